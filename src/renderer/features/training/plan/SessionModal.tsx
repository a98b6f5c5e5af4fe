import {
  Autocomplete,
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { TrainingCourseId } from '../../../../shared/domain/ids.ts';
import type { TrainingSessionRow } from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { groupOptions, meansOptions } from '../training-options.ts';
import { TopicField } from './TopicField.tsx';
import { useSessionForm, type SessionForm } from './use-session-form.ts';

const WhenAndWhere = ({ values, set }: SessionForm) => {
  const { data: words } = useQuery(useApi().training.words.queryOptions());
  return (
    <>
      <Group grow align="flex-start">
        <DateField label="日期" required value={values.day} onChange={(day) => set({ day })} />
        <TextInput
          label="开始"
          withAsterisk
          type="time"
          value={values.starts}
          onChange={(event) => set({ starts: event.currentTarget.value })}
        />
        <TextInput
          label="结束"
          withAsterisk
          type="time"
          value={values.ends}
          onChange={(event) => set({ ends: event.currentTarget.value })}
        />
        <NumberInput
          label="中间休息（分）"
          min={0}
          max={600}
          allowDecimal={false}
          value={values.breakMinutes}
          onChange={(breakMinutes) => set({ breakMinutes })}
        />
      </Group>
      <Group grow align="flex-start">
        <Autocomplete
          label="地点"
          withAsterisk
          maxLength={60}
          data={words?.places ?? []}
          value={values.place}
          onChange={(place) => set({ place })}
        />
        <Autocomplete
          label="教师"
          maxLength={40}
          data={words?.teachers ?? []}
          value={values.teacher}
          onChange={(teacher) => set({ teacher })}
        />
        <NumberInput
          label="容量（人）"
          placeholder="不限"
          min={1}
          max={10_000}
          allowDecimal={false}
          value={values.capacity}
          onChange={(capacity) => set({ capacity })}
        />
      </Group>
    </>
  );
};

const Means = ({ values, set }: SessionForm) => {
  const { data: words } = useQuery(useApi().training.words.queryOptions());
  return (
    <Group grow align="flex-start">
      <Select
        label="方式"
        withAsterisk
        data={meansOptions}
        value={values.means}
        onChange={(means) => set({ means })}
      />
      <Autocomplete
        label="承接方或轮值社工"
        maxLength={60}
        data={words?.providers ?? []}
        value={values.provider}
        onChange={(provider) => set({ provider })}
      />
      <NumberInput
        label="经费（元）"
        min={0}
        max={100_000_000}
        decimalScale={2}
        value={values.cost}
        onChange={(cost) => set({ cost })}
      />
    </Group>
  );
};

interface SessionModalProps {
  /** null for a new one */
  readonly session: TrainingSessionRow | null;
  readonly courseId: TrainingCourseId | null;
  readonly onClose: () => void;
}

/** When, where, who teaches, who pays. A new session is opened when it is saved. */
export const SessionModal = ({ session, courseId, onClose }: SessionModalProps) => {
  const { training } = useApi();
  const navigate = useNavigate();
  const form = useSessionForm(session, courseId);
  const { values, set, input } = form;
  const { data: courses } = useQuery(
    training.courses.queryOptions({ input: { year: Number((values.day ?? '2000').slice(0, 4)) || 2000 } }),
  );
  const save = useMutation(
    training.saveSession.mutationOptions({
      onSuccess: ({ id }) => {
        onClose();
        if (session === null) void navigate(paths.trainingSession(id));
      },
    }),
  );
  const submit = (): void => {
    if (input !== undefined && !save.isPending) save.mutate({ id: session?.id ?? null, session: input });
  };
  return (
    <Modal opened onClose={onClose} title={session === null ? '添加场次' : '修改场次'} size={720}>
      <ImeSafeForm aria-label="场次" onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput
              label="名称"
              withAsterisk
              data-autofocus
              maxLength={80}
              value={values.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
            />
            <Select
              label="属于哪门课程"
              placeholder="不属于课程"
              clearable
              data={(courses?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
              value={values.courseId}
              onChange={(course) => set({ courseId: course })}
            />
          </Group>
          <Group grow align="flex-start">
            <TopicField value={values.topic} onChange={(topic) => set({ topic })} />
            <MultiSelect
              label="培训对象"
              placeholder={values.groups.length === 0 ? '不限' : ''}
              data={groupOptions}
              value={values.groups}
              onChange={(groups) => set({ groups })}
            />
          </Group>
          <WhenAndWhere {...form} />
          <Means {...form} />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={input === undefined} loading={save.isPending}>
              保存场次
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
