import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { partyStage, type PartyStage } from '../../../../shared/domain/people.ts';
import { partyStageLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { PartialDateField } from '../../../components/PartialDateField.tsx';
import type { ProfileCardProps } from './profile-card.ts';

const stages = partyStage.options.map((value) => ({ value, label: partyStageLabels[value] }));

/** How far somebody has come on the way into the Party. */
export const StagesCard = ({ profile }: ProfileCardProps) => {
  const { people } = useApi();
  const { id } = profile.person;
  const [stage, setStage] = useState<PartyStage | null>(null);
  const [reachedOn, setReachedOn] = useState<string | null>(null);
  const reach = useMutation(
    people.reachStage.mutationOptions({
      onSuccess: () => {
        setStage(null);
        setReachedOn(null);
      },
    }),
  );
  const remove = useMutation(people.removeStage.mutationOptions());
  return (
    <Card title="发展党员" aside={<BasisHint basis="第一条" />}>
      <Stack gap="xs">
        {profile.stages.map((reached) => (
          <Group key={reached.stage} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {partyStageLabels[reached.stage]}　{reached.reachedOn}
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id, stage: reached.stage })}
            >
              删去
            </Button>
          </Group>
        ))}
        <ImeSafeForm
          aria-label="发展阶段"
          onSubmit={() =>
            stage !== null &&
            reachedOn !== null &&
            reach.mutate({ id, reached: { stage, reachedOn, note: null } })
          }
        >
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <Select
              aria-label="发展阶段"
              placeholder="阶段"
              w={140}
              data={stages}
              value={stage}
              onChange={setStage}
            />
            <PartialDateField
              aria-label="到达日期"
              placeholder="日期，如 2026-06"
              flex={1}
              value={reachedOn}
              onChange={setReachedOn}
            />
            <Button
              type="submit"
              variant="light"
              disabled={stage === null || reachedOn === null}
              loading={reach.isPending}
            >
              记下
            </Button>
          </Group>
        </ImeSafeForm>
        <ErrorNotice error={reach.error ?? remove.error} />
      </Stack>
    </Card>
  );
};
