import type { LedgerOrganization } from '../../shared/domain/ledger-snapshot.ts';
import {
  fourClassLabels,
  organizationStatusLabels,
  settlementLabels,
} from '../../shared/labels/organization.ts';

type Line = LedgerOrganization;

/** Members that are codes, shares or lists; all others are numbers, texts, or yes and no. */
const special: { readonly [Field in keyof Line]?: (value: NonNullable<Line[Field]>) => string } = {
  status: (status) => organizationStatusLabels[status],
  category: (category) => fourClassLabels[category],
  settlement: (settlement) => settlementLabels[settlement],
  events: (events) => events.map(({ on, kind }) => `${on} ${kind}`).join('；'),
  satisfaction: ({ overall }) => (overall === null ? '—' : `${overall}%`),
  completeness: (percent) => `${percent}%`,
};

/** A member of a ledger's line in words, e.g. what it was before a correction. */
export const fieldWords = <Field extends keyof Line>(line: Line | null, field: Field | null): string => {
  if (line === null || field === null) return '';
  const value = line[field];
  if (value === null || value === undefined) return '';
  const words = special[field];
  if (words !== undefined) return words(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
