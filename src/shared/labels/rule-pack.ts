import type { RulePackBody, TimeLimit } from '../domain/rule-pack.ts';

export const timeLimitUnitLabels: Readonly<Record<TimeLimit['unit'], string>> = {
  working: '个工作日',
  calendar: '天',
};

export const ledgerPeriodsLabels: Readonly<Record<RulePackBody['ledger']['periods'], string>> = {
  'half-year': '每半年',
  quarter: '每季度',
};

export const voteShareLabels: Readonly<Record<RulePackBody['vote']['quorum'], string>> = {
  half: '过半数',
  'two-thirds': '三分之二以上',
};
