import type { MeetingVote } from './dossier-record.ts';
import type { RulePackBody } from './rule-pack.ts';

export type VoteRule = RulePackBody['vote'];

const reaches = (part: number, whole: number, share: VoteRule['quorum']): boolean =>
  share === 'two-thirds' ? part * 3 >= whole * 2 : part * 2 > whole;

export interface VoteOutcome {
  /** Enough of those who should have come were there. */
  readonly quorate: boolean;
  readonly passed: boolean;
}

/** Whether a vote passes by the rule pack: enough present of those expected, enough in favour of those present. */
export const voteOutcome = (
  { expected, present, inFavour }: Pick<MeetingVote, 'expected' | 'present' | 'inFavour'>,
  rule: VoteRule,
): VoteOutcome => {
  const quorate = present > 0 && reaches(present, expected, rule.quorum);
  return { quorate, passed: quorate && reaches(inFavour, present, rule.majority) };
};
