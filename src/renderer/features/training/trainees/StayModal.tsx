import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { communityId, type PersonId } from '../../../../shared/domain/ids.ts';
import { personInput } from '../../../../shared/domain/person.ts';
import { traineeGroup, traineeStayInput, type TraineeStayRow } from '../../../../shared/domain/trainee.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { PartialDateField } from '../../../components/PartialDateField.tsx';
import { groupOptions } from '../training-options.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

interface StayModalProps {
  /** Whom the stay is of; null to enter somebody. */
  readonly person: { readonly id: PersonId; readonly name: string } | null;
  /** What is changed; null for a new stay. */
  readonly stay: TraineeStayRow | null;
  readonly onClose: () => void;
}

const useStayForm = ({ person, stay, onClose }: StayModalProps) => {
  const [who, setWho] = useState({ name: person?.name ?? '', identityNumber: '', phone: '' });
  const [group, setGroup] = useState<string | null>(stay?.group ?? null);
  const [community, setCommunity] = useState<string | null>(stay?.communityId ?? null);
  const [words, setWords] = useState({ workUnit: stay?.workUnit ?? '', post: stay?.post ?? '' });
  const [startsOn, setStartsOn] = useState<string | null>(stay?.startsOn ?? null);
  const [endsOn, setEndsOn] = useState<string | null>(stay?.endsOn ?? null);
  const save = useMutation(useApi().trainees.saveStay.mutationOptions({ onSuccess: onClose }));
  const wanted = traineeStayInput.safeParse({
    group: traineeGroup.safeParse(group).data,
    communityId: communityId.safeParse(community).data ?? null,
    workUnit: orNull(words.workUnit),
    post: orNull(words.post),
    startsOn,
    endsOn,
  }).data;
  const entered = personInput.safeParse({
    name: who.name,
    sex: null,
    birthDate: null,
    politicalStatus: null,
    identityKind: null,
    identityNumber: orNull(who.identityNumber),
    phone: orNull(who.phone),
  }).data;
  const ready = wanted !== undefined && (person !== null || entered !== undefined);
  const submit = (): void => {
    if (!ready || wanted === undefined || save.isPending) return;
    save.mutate({
      id: stay?.id ?? null,
      personId: person?.id ?? null,
      person: person === null ? (entered ?? null) : null,
      stay: wanted,
    });
  };
  return {
    who,
    setWho,
    group,
    setGroup,
    community,
    setCommunity,
    words,
    setWords,
    startsOn,
    setStartsOn,
    endsOn,
    setEndsOn,
    save,
    ready,
    submit,
  };
};

type Form = ReturnType<typeof useStayForm>;

const WhoFields = ({ who, setWho }: Form) => (
  <>
    <TextInput
      label="姓名"
      withAsterisk
      data-autofocus
      maxLength={60}
      value={who.name}
      onChange={(event) => setWho({ ...who, name: event.currentTarget.value })}
    />
    <Group grow align="flex-start">
      <TextInput
        label="身份证号"
        description="填了才能认出已有的人"
        maxLength={30}
        value={who.identityNumber}
        onChange={(event) => setWho({ ...who, identityNumber: event.currentTarget.value })}
      />
      <TextInput
        label="电话"
        description="选填"
        maxLength={30}
        value={who.phone}
        onChange={(event) => setWho({ ...who, phone: event.currentTarget.value })}
      />
    </Group>
  </>
);

/** Puts somebody into one of the six groups, or changes when and where. */
export const StayModal = (props: StayModalProps) => {
  const form = useStayForm(props);
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const { words, setWords } = form;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.person === null ? '添加培训对象' : `${props.person.name}的对象类别`}
      size={560}
    >
      <ImeSafeForm aria-label="培训对象" onSubmit={form.submit}>
        <Stack gap="sm">
          {props.person === null ? <WhoFields {...form} /> : null}
          <Group grow align="flex-start">
            <Select
              label="对象类别"
              withAsterisk
              data={groupOptions}
              value={form.group}
              onChange={form.setGroup}
            />
            <Select
              label="社区"
              placeholder="街道本级"
              clearable
              searchable
              data={(office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={form.community}
              onChange={form.setCommunity}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label="单位"
              maxLength={60}
              value={words.workUnit}
              onChange={(event) => setWords({ ...words, workUnit: event.currentTarget.value })}
            />
            <TextInput
              label="岗位"
              maxLength={30}
              value={words.post}
              onChange={(event) => setWords({ ...words, post: event.currentTarget.value })}
            />
          </Group>
          <Group grow align="flex-start">
            <PartialDateField
              label="从哪天起"
              description="不清楚可以只填年"
              value={form.startsOn}
              onChange={form.setStartsOn}
            />
            <DateField
              label="到哪天止"
              description="这一天起不再属于这一类"
              value={form.endsOn}
              onChange={form.setEndsOn}
            />
          </Group>
          <ErrorNotice error={form.save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!form.ready} loading={form.save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
