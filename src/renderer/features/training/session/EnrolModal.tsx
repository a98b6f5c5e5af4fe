import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TraineeFilter } from '../../../../shared/contract/trainees.ts';
import { communityId, type PersonId } from '../../../../shared/domain/ids.ts';
import type { TrainingSessionRow } from '../../../../shared/domain/training.ts';
import { rotationStandingLabels, traineeGroupShortLabels } from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { FilterMenu } from '../../../components/FilterMenu.tsx';
import { TextFilter } from '../../../components/TextFilter.tsx';
import { emptyTraineeFilter } from '../trainees/trainee-query.ts';
import { groupOptions, standingOptions } from '../training-options.ts';

const mostShown = 300;

const Filters = ({
  filter,
  onChange,
}: {
  readonly filter: TraineeFilter;
  readonly onChange: (filter: TraineeFilter) => void;
}) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  return (
    <Group gap="xs">
      <TextFilter
        width={170}
        placeholder="姓名、单位"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <FilterMenu
        label="类别"
        options={groupOptions}
        selected={filter.groups}
        onChange={(groups) => onChange({ ...filter, groups })}
      />
      <FilterMenu
        label="社区"
        options={(office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        selected={filter.communityIds.flatMap((id) => (id === 'street' ? [] : [communityId.parse(id)]))}
        onChange={(communityIds) => onChange({ ...filter, communityIds })}
      />
      <FilterMenu
        label="情况"
        options={standingOptions}
        selected={filter.standings}
        onChange={(standings) => onChange({ ...filter, standings })}
      />
    </Group>
  );
};

/** Chooses from the pool who is expected: by default those whom the session is for and who are due. */
export const EnrolModal = ({
  session,
  onClose,
}: {
  readonly session: TrainingSessionRow;
  readonly onClose: () => void;
}) => {
  const { trainees, training } = useApi();
  const [filter, setFilter] = useState<TraineeFilter>({
    ...emptyTraineeFilter,
    groups: [...session.groups],
    standings: ['due', 'never'],
  });
  const [left, setLeft] = useState<ReadonlySet<PersonId>>(new Set());
  const { data } = useQuery(
    trainees.list.queryOptions({
      input: { filter, offset: 0, limit: mostShown },
      placeholderData: keepPreviousData,
    }),
  );
  const enrol = useMutation(training.enrol.mutationOptions({ onSuccess: onClose }));
  const rows = data?.rows ?? [];
  const chosen = rows.filter(({ personId }) => !left.has(personId));
  const toggle = (id: PersonId): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Modal opened onClose={onClose} title="加人进名单" size={640}>
      <Stack>
        <Filters
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            setLeft(new Set());
          }}
        />
        <ScrollArea h={300} type="auto">
          <Stack gap={6}>
            {rows.map(({ personId, name, stays, standing }) => (
              <Checkbox
                key={personId}
                checked={!left.has(personId)}
                onChange={() => toggle(personId)}
                label={`${name}　${[...new Set(stays.map(({ group }) => traineeGroupShortLabels[group]))].join('、')}　${stays[0]?.communityName ?? '街道本级'}　${rotationStandingLabels[standing]}`}
              />
            ))}
            {rows.length === 0 ? (
              <Text size="sm" c="dimmed">
                没有符合条件的人，放宽条件再看。
              </Text>
            ) : null}
          </Stack>
        </ScrollArea>
        <ErrorNotice error={enrol.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {data !== undefined && data.total > rows.length
              ? `共 ${data.total} 人，只列出前 ${rows.length} 人，请用条件分批加`
              : session.capacity === null
                ? ''
                : `容量 ${session.capacity} 人，名单上已有 ${session.enrolled} 人`}
          </Text>
          <Group>
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button
              data-autofocus
              disabled={chosen.length === 0}
              loading={enrol.isPending}
              onClick={() =>
                enrol.mutate({
                  id: session.id,
                  personIds: chosen.map(({ personId }) => personId),
                  filter: null,
                })
              }
            >
              加上这 {chosen.length} 人
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
