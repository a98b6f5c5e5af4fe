import {
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { traineeGroup } from '../../../../shared/domain/trainee.ts';
import {
  trainingCourseInput,
  trainingMeans,
  type TrainingCourseRow,
} from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { groupOptions, meansOptions } from '../training-options.ts';
import { TopicField } from './TopicField.tsx';

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1} 月`,
}));

interface CourseModalProps {
  readonly year: number;
  /** null for a new one */
  readonly course: TrainingCourseRow | null;
  readonly onClose: () => void;
}

const useCourseForm = ({ year, course, onClose }: CourseModalProps) => {
  const [title, setTitle] = useState(course?.title ?? '');
  const [topic, setTopic] = useState(course?.topic ?? 'capacity');
  const [groups, setGroups] = useState<string[]>([...(course?.groups ?? [])]);
  const [month, setMonth] = useState<string | null>(course?.month?.toString() ?? null);
  const [means, setMeans] = useState<string | null>(course?.means ?? 'social-worker-rota');
  const [sessions, setSessions] = useState<number | string>(course?.plannedSessions ?? 1);
  const [hours, setHours] = useState<number | string>((course?.plannedMinutes ?? 180) / 60);
  const [cost, setCost] = useState<number | string>((course?.plannedCost ?? 0) / 100);
  const [note, setNote] = useState(course?.note ?? '');
  const { training } = useApi();
  const save = useMutation(training.saveCourse.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(training.removeCourse.mutationOptions({ onSuccess: onClose }));
  const input = trainingCourseInput.safeParse({
    year: course?.year ?? year,
    title,
    topic,
    groups: groups.flatMap((group) => traineeGroup.safeParse(group).data ?? []),
    month: month === null ? null : Number(month),
    plannedSessions: Number(sessions),
    plannedMinutes: Math.round(Number(hours) * 60),
    plannedCost: Math.round(Number(cost) * 100),
    means: trainingMeans.safeParse(means).data,
    note: note.trim() === '' ? null : note,
  }).data;
  const submit = (): void => {
    if (input !== undefined && !save.isPending) save.mutate({ id: course?.id ?? null, course: input });
  };
  const set = { setTitle, setTopic, setGroups, setMonth, setMeans, setSessions, setHours, setCost, setNote };
  return {
    title,
    topic,
    groups,
    month,
    means,
    sessions,
    hours,
    cost,
    note,
    ...set,
    input,
    save,
    remove,
    submit,
  };
};

const PlannedFigures = (form: ReturnType<typeof useCourseForm>) => (
  <Group grow align="flex-start">
    <NumberInput
      label="计划场次"
      min={0}
      max={500}
      allowDecimal={false}
      value={form.sessions}
      onChange={form.setSessions}
    />
    <NumberInput
      label="计划学时"
      min={0}
      max={1000}
      decimalScale={2}
      value={form.hours}
      onChange={form.setHours}
    />
    <NumberInput
      label="计划经费（元）"
      min={0}
      max={100_000_000}
      decimalScale={2}
      value={form.cost}
      onChange={form.setCost}
    />
  </Group>
);

/** A line of the year plan. */
export const CourseModal = (props: CourseModalProps) => {
  const form = useCourseForm(props);
  const { course, onClose } = props;
  return (
    <Modal opened onClose={onClose} title={course === null ? '添加课程' : '修改课程'} size={600}>
      <ImeSafeForm aria-label="课程" onSubmit={form.submit}>
        <Stack gap="sm">
          <TextInput
            label="课程名称"
            withAsterisk
            data-autofocus
            maxLength={80}
            value={form.title}
            onChange={(event) => form.setTitle(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TopicField value={form.topic} onChange={form.setTopic} />
            <Select
              label="方式"
              withAsterisk
              data={meansOptions}
              value={form.means}
              onChange={form.setMeans}
            />
            <Select
              label="月份"
              clearable
              placeholder="未定"
              data={months}
              value={form.month}
              onChange={form.setMonth}
            />
          </Group>
          <MultiSelect
            label="培训对象"
            placeholder={form.groups.length === 0 ? '不限' : ''}
            data={groupOptions}
            value={form.groups}
            onChange={form.setGroups}
          />
          <PlannedFigures {...form} />
          <Textarea
            label="备注"
            autosize
            minRows={1}
            maxLength={300}
            value={form.note}
            onChange={(event) => form.setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={form.save.error ?? form.remove.error} />
          <Group justify="space-between">
            {course === null ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="gray.7"
                loading={form.remove.isPending}
                onClick={() => form.remove.mutate({ id: course.id })}
              >
                删去课程
              </Button>
            )}
            <Group>
              <Button variant="default" onClick={onClose}>
                取消
              </Button>
              <Button type="submit" disabled={form.input === undefined} loading={form.save.isPending}>
                保存
              </Button>
            </Group>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
