import { NumberInput, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isOpenState } from '../../../shared/domain/filing-state-machine.ts';
import type { ChangeGrounds, Filing } from '../../../shared/domain/filing.ts';
import type { FoundingVote } from '../../../shared/domain/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { emptyVote, textOrNull } from '../organizations/facts/facts-form.ts';

const none: ChangeGrounds = { reason: null, procedure: null, vote: null };

const counts = [
  { field: 'expected', label: '应到' },
  { field: 'present', label: '实到' },
  { field: 'inFavour', label: '同意' },
  { field: 'against', label: '反对' },
  { field: 'abstained', label: '弃权' },
] as const satisfies readonly { readonly field: keyof FoundingVote; readonly label: string }[];

/** Counts that do not add up, in words; null where they do or are not all there. */
const voteProblem = ({ expected, present, inFavour, against, abstained }: FoundingVote): string | null => {
  if (expected !== null && present !== null && present > expected) return '实到比应到多，请核对。';
  if (present === null || inFavour === null || against === null || abstained === null) return null;
  return inFavour + against + abstained === present ? null : '同意、反对、弃权相加不等于实到，请核对。';
};

const VoteFields = ({
  vote,
  onChange,
}: {
  readonly vote: FoundingVote;
  readonly onChange: (change: Partial<FoundingVote>) => void;
}) => {
  const problem = voteProblem(vote);
  return (
    <>
      <SimpleGrid cols={6} spacing="sm">
        <DateField label="表决日期" value={vote.heldOn} onChange={(heldOn) => onChange({ heldOn })} />
        {counts.map(({ field, label }) => (
          <NumberInput
            key={field}
            label={label}
            min={0}
            hideControls
            allowDecimal={false}
            value={vote[field] ?? ''}
            onChange={(value) => onChange({ [field]: typeof value === 'number' ? value : null })}
          />
        ))}
      </SimpleGrid>
      {problem === null ? null : (
        <Text size="sm" c="orange.8" role="status">
          {problem}
        </Text>
      )}
    </>
  );
};

/** Why the facts change, and how the members decided it; every pause saves it. */
export const ChangeGroundsCard = ({ filing }: { readonly filing: Filing }) => {
  const [grounds, setGrounds] = useState(filing.changeGrounds ?? none);
  const save = useMutation(
    useApi().filings.saveChangeGrounds.mutationOptions({ scope: { id: `grounds-${filing.id}` } }),
  );
  const saveSoon = useDebouncedCallback(
    (next: ChangeGrounds) => save.mutate({ id: filing.id, grounds: next }),
    { delay: 600, flushOnUnmount: true },
  );
  const change = (part: Partial<ChangeGrounds>): void => {
    const next = { ...grounds, ...part };
    setGrounds(next);
    saveSoon(next);
  };
  const changeVote = (part: Partial<FoundingVote>): void => {
    const vote = { ...(grounds.vote ?? emptyVote), ...part };
    change({ vote: Object.values(vote).every((value) => value === null) ? null : vote });
  };
  const locked = !isOpenState(filing.state);
  return (
    <Card title="变更理由和内部程序" aside={<BasisHint basis="第二条（四）" />}>
      <fieldset disabled={locked} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="sm">
          <Textarea
            label="变更理由"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={1000}
            value={grounds.reason ?? ''}
            onChange={(event) => change({ reason: textOrNull(event.currentTarget.value) })}
          />
          <Textarea
            label="内部履行程序"
            placeholder="如 经全体成员会议表决通过；如 负责人会议讨论决定"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={1000}
            value={grounds.procedure ?? ''}
            onChange={(event) => change({ procedure: textOrNull(event.currentTarget.value) })}
          />
          <VoteFields vote={grounds.vote ?? emptyVote} onChange={changeVote} />
          <ErrorNotice error={save.error} />
        </Stack>
      </fieldset>
    </Card>
  );
};
