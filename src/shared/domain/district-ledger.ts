import { z } from 'zod';
import { streetCode } from './bureau.ts';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { dispositionType } from './dossier-record.ts';
import { periodCode } from './ledger.ts';
import { periodFigures } from './ledger-snapshot.ts';
import { fourClass, organizationStatus } from './organization.ts';

const count = z.int().min(0);

/** A line of a district table; `counts` are organizations by class in the order of `tableClasses`. */
const tableRow = z.object({
  counts: z.array(count),
  organizations: count,
  members: count,
  partyMembers: count,
});

const matters = z.object({
  filed: count,
  changed: count,
  ended: count,
  dispositions: count,
  candidates: count,
  trainings: count,
  trainees: count,
  communities: count,
});

const streetRow = tableRow.extend(matters.shape).extend({
  streetCode,
  streetName: z.string(),
  /** False for a street whose ledger of the period is not there: its numbers are 0. */
  reported: z.boolean(),
  /** The same street in the period before, and a year before; null where it did not report. */
  previous: periodFigures.nullable(),
  lastYear: periodFigures.nullable(),
});
export type DistrictStreetRow = z.infer<typeof streetRow>;

const periodRow = tableRow.extend(matters.shape).extend({ period: periodCode, reportedStreets: count });
export type DistrictPeriodRow = z.infer<typeof periodRow>;

/** 全区汇总 of a period; every row and column adds up to the totals. */
export const districtRollup = z.object({
  period: periodCode,
  previousPeriod: periodCode,
  lastYearPeriod: periodCode,
  /** Every expected street and every one that reported, in the order of their codes. */
  streets: z.array(streetRow),
  total: tableRow.extend(matters.shape),
  byStatus: z.array(z.object({ status: organizationStatus, organizations: count })),
  /** Periods of which the bureau has ledgers up to this one, the oldest first: series for charts. */
  trend: z.array(periodRow),
  /** Totals over the streets that reported in both periods, so that they can be compared; null where none did. */
  comparable: z.object({
    previous: z.object({ streets: count, before: periodFigures, after: periodFigures }).nullable(),
    lastYear: z.object({ streets: count, before: periodFigures, after: periodFigures }).nullable(),
  }),
});
export type DistrictRollup = z.infer<typeof districtRollup>;

/** What a cell of the roll-up counts, beside its street and class. */
export const districtCell = z.enum(['standing', 'lines', 'filed', 'changed', 'ended', 'candidates']);
export type DistrictCell = z.infer<typeof districtCell>;

/** An organization as a street reported it. */
export const districtOrganization = z.object({
  streetCode,
  streetName: z.string(),
  id: z.string(),
  name: z.string(),
  community: z.string(),
  communityCode: z.string(),
  category: fourClass.nullable(),
  status: organizationStatus,
  filingNumber: z.string().nullable(),
  filedOn: partialDate.nullable(),
  responsiblePerson: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  members: count,
  partyMembers: count,
  filed: count,
  changed: count,
  ended: count,
  dispositions: count,
  proposedRegistration: z.boolean(),
});
export type DistrictOrganization = z.infer<typeof districtOrganization>;

/** 处理结果 and 轮训 behind the roll-up. */
export const districtDisposition = z.object({
  streetCode,
  streetName: z.string(),
  organizationId: z.string(),
  organization: z.string(),
  community: z.string(),
  on: isoDate,
  authority: z.string(),
  type: dispositionType,
  title: z.string(),
  documentNumber: z.string().nullable(),
  result: z.string(),
  rectifyBy: isoDate.nullable(),
  rectifiedOn: isoDate.nullable(),
});
export type DistrictDisposition = z.infer<typeof districtDisposition>;

export const districtTraining = z.object({
  streetCode,
  streetName: z.string(),
  on: isoDate,
  topic: z.string(),
  group: z.string(),
  participants: count,
});
export type DistrictTraining = z.infer<typeof districtTraining>;

/** Why organizations of several streets may be one and the same. */
export const duplicateReason = z.enum([
  'filing-number',
  'name-and-community',
  'responsible-person',
  'similar-name',
]);
export type DuplicateReason = z.infer<typeof duplicateReason>;

export const duplicateGroup = z.object({
  reason: duplicateReason,
  /** What they share, in words: the number, the name, the person. */
  shared: z.string(),
  /** How alike the names are, 0–1; 1 for all other reasons. */
  likeness: z.number(),
  organizations: z.array(districtOrganization).min(2),
});
export type DuplicateGroup = z.infer<typeof duplicateGroup>;

/** Which organization of which street; the same over all periods. */
export const namedOrganization = districtOrganization.pick({ streetCode: true, id: true });
export type NamedOrganization = z.infer<typeof namedOrganization>;

/** Who has said that organizations which look like one are not. */
export const toldApart = z.object({ by: z.string(), at: isoInstant });
export type ToldApart = z.infer<typeof toldApart>;

/** A group with what a person has said of it; null while nobody has. */
export const judgedDuplicate = duplicateGroup.extend({ apart: toldApart.nullable() });
export type JudgedDuplicate = z.infer<typeof judgedDuplicate>;

/** The same for the same organizations, in whatever order they come. */
export const organizationsKey = (organizations: readonly NamedOrganization[]): string =>
  organizations
    .map(({ streetCode: code, id }) => `${code}/${id}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(' ');
