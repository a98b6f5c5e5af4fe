import { z } from 'zod';
import { isoDate, partialDate } from './dates.ts';
import { dispositionType } from './dossier-record.ts';
import { periodCode } from './ledger.ts';
import { ledgerColumn, usualLedgerColumns } from './ledger-columns.ts';
import { fourClass, organizationStatus } from './organization.ts';

/** Version of ledger.json. A reader refuses a newer first number and ignores fields it does not know. */
export const ledgerFormatVersion = '1.1';

const count = z.int().min(0);
/** 满意率 in per cent, one decimal; null where nobody was asked. */
const rate = z.number().min(0).max(100).nullable();

const satisfaction = z.object({ overall: rate, committees: rate, residents: rate, units: rate });

/** What the organization did in the period; members that version 1.0 did not have are 0 or empty. */
const ledgerOrganization = z.object({
  id: z.string().max(64),
  community: z.string(),
  communityCode: z.string(),
  settlement: z.enum(['urban', 'rural']),
  name: z.string(),
  category: fourClass.nullable(),
  status: organizationStatus,
  filingNumber: z.string().nullable(),
  filedOn: partialDate.nullable(),
  responsiblePerson: z.string().nullable(),
  /** Masked unless the rule pack asks for phones. */
  maskedPhone: z.string().nullable(),
  members: count,
  partyMembers: count,
  fallbackParty: z.string().nullable(),
  proposedRegistration: z.boolean(),
  completeness: z.int(),
  /** Reports to the two committees in the period. */
  reports: count.default(0),
  /** Of the last survey closed in the period; null where none was. */
  satisfaction: satisfaction.nullable().default(null),
  /** Published in the period; `activities` are those about activities. */
  disclosures: count.default(0),
  activities: count.default(0),
  dispositions: count.default(0),
  /** People trained in the period; null where training is not recorded. */
  trained: count.nullable().default(null),
  /** What was filed, changed or ended in the period. */
  events: z.array(z.object({ on: partialDate, kind: z.string(), detail: z.string().nullable() })),
  remark: z.string().nullable(),
});
export type LedgerOrganization = z.infer<typeof ledgerOrganization>;

/** 处理结果 of the period. */
const ledgerDisposition = z.object({
  organizationId: z.string().max(64),
  community: z.string(),
  organization: z.string(),
  on: isoDate,
  authority: z.string(),
  type: dispositionType,
  title: z.string(),
  documentNumber: z.string().nullable(),
  result: z.string(),
  rectifyBy: isoDate.nullable(),
  rectifiedOn: isoDate.nullable(),
});

/** 轮训 of the period (policy Art. 8). */
const ledgerTraining = z.object({
  on: isoDate,
  topic: z.string(),
  group: z.string(),
  participants: count,
});

/** 拟登记: why (policy Art. 2). */
const ledgerCandidate = z.object({
  organizationId: z.string().max(64),
  since: isoDate.nullable(),
  scale: z.string().nullable(),
  influence: z.string().nullable(),
  effect: z.string().nullable(),
  demonstration: z.boolean(),
});

/** Totals of one period, to be set beside those of others. */
export const periodFigures = z.object({
  period: periodCode,
  organizations: count,
  members: count,
  partyMembers: count,
  filed: count,
  changed: count,
  ended: count,
  dispositions: count,
});
export type PeriodFigures = z.infer<typeof periodFigures>;

const statistics = z.object({
  communities: count,
  /** Standing organizations: those that have ended are lines, but are not counted. */
  organizations: count,
  members: count,
  partyMembers: count,
  byCommunity: z.array(
    z.object({
      community: z.string(),
      organizations: count,
      members: count,
      densityTarget: z.int(),
      communityCode: z.string().default(''),
    }),
  ),
  byCategory: z.array(z.object({ category: fourClass.nullable(), organizations: count })),
  byStatus: z.array(z.object({ status: organizationStatus, organizations: count })),
});

/** Whose ledger it is. */
export const ledgerHead = z.object({
  period: periodCode,
  startsOn: isoDate,
  endsOn: isoDate,
  district: z.object({ code: z.string(), name: z.string() }),
  street: z.object({ code: z.string(), name: z.string() }),
  hub: z.object({ name: z.string(), creditCode: z.string().nullable() }),
});
export type LedgerHead = z.infer<typeof ledgerHead>;

/** 工作台账 of one period: what ledger.json holds. Documented in docs/formats/ledger-package.md. */
export const ledgerSnapshot = ledgerHead.extend({
  format: z.literal('hub-archive-ledger'),
  version: z.string().regex(/^\d+\.\d+$/),
  frozenOn: isoDate,
  /** Columns of the printed ledger, by the rule pack of the day it was frozen. */
  columns: z
    .array(ledgerColumn)
    .min(1)
    .default(() => [...usualLedgerColumns]),
  organizations: z.array(ledgerOrganization),
  candidates: z.array(ledgerCandidate).default(() => []),
  dispositions: z.array(ledgerDisposition).default(() => []),
  trainings: z.array(ledgerTraining).default(() => []),
  /** Periods frozen before, the newest first. */
  earlier: z.array(periodFigures).default(() => []),
  statistics,
});
export type LedgerSnapshot = z.infer<typeof ledgerSnapshot>;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const canonical = (value: Json): string => {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  const members = Object.entries(value as { readonly [key: string]: Json }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
};

/** The same snapshot gives the same text, byte for byte: sorted members, NFC, no spaces, one line. */
export const canonicalJson = (value: unknown): string =>
  // parsed JSON or a schema's output: nothing else is ever frozen
  `${canonical(value as Json)}\n`;
