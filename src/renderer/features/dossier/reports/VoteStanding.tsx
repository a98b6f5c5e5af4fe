import { Group, Text } from '@mantine/core';
import type { MeetingVote } from '../../../../shared/domain/dossier-record.ts';
import { voteOutcome } from '../../../../shared/domain/meeting-vote.ts';
import { voteShareLabels } from '../../../../shared/labels/rule-pack.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { useVoteRule } from './use-vote-rule.ts';

interface VoteStandingProps {
  readonly vote: MeetingVote;
  readonly heldOn: string | null;
}

/** Why the numbers cannot be; null where they can. */
const problemOf = ({ expected, present, inFavour, against, abstained }: MeetingVote): string | null => {
  if (present > expected) return `实到 ${present} 人，多于应到 ${expected} 人`;
  const sum = inFavour + against + abstained;
  return sum === present ? null : `同意、反对、弃权合计 ${sum} 人，应等于实到 ${present} 人`;
};

/** Whether the numbers agree, and whether the vote passes by the rules of its day. */
export const VoteStanding = ({ vote, heldOn }: VoteStandingProps) => {
  const rule = useVoteRule(heldOn);
  const problem = problemOf(vote);
  if (problem !== null)
    return (
      <Text size="sm" c="red.8" aria-live="polite">
        {problem}
      </Text>
    );
  if (rule === null || vote.present === 0) return null;
  const { quorate, passed } = voteOutcome(vote, rule);
  return (
    <Group gap="sm" aria-live="polite">
      <StatusBadge tone={passed ? 'good' : 'late'}>
        {passed ? '表决通过' : quorate ? '未通过' : '到会人数不足'}
      </StatusBadge>
      <Text size="sm" c="dimmed">
        按规则：到会{voteShareLabels[rule.quorum]}（{vote.present}/{vote.expected}），同意占到会
        {voteShareLabels[rule.majority]}（{vote.inFavour}/{vote.present}）
      </Text>
    </Group>
  );
};
