import type { RulePackBody, TimeLimit } from '../domain/rule-pack.ts';

export const timeLimitUnitLabels: Readonly<Record<TimeLimit['unit'], string>> = {
  working: '个工作日',
  calendar: '天',
};

export const ledgerPeriodsLabels: Readonly<Record<RulePackBody['ledger']['periods'], string>> = {
  'half-year': '每半年',
  quarter: '每季度',
};

/** Retention periods of DA/T 22-2015, 5.4.3. */
export const retentionPeriodLabels: Readonly<Record<RulePackBody['retention'][number]['period'], string>> = {
  permanent: '永久',
  '30-years': '30年',
  '10-years': '10年',
};
