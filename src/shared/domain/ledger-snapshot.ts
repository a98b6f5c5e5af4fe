import { z } from 'zod';
import { isoDate, partialDate } from './dates.ts';
import { periodCode } from './ledger.ts';
import { fourClass, organizationStatus } from './organization.ts';

/** Version of ledger.json. A reader refuses a newer first number and ignores fields it does not know. */
export const ledgerFormatVersion = '1.0';

const ledgerOrganization = z.object({
  id: z.string(),
  community: z.string(),
  communityCode: z.string(),
  settlement: z.enum(['urban', 'rural']),
  name: z.string(),
  category: fourClass.nullable(),
  status: organizationStatus,
  filingNumber: z.string().nullable(),
  filedOn: partialDate.nullable(),
  responsiblePerson: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  members: z.int(),
  partyMembers: z.int(),
  fallbackParty: z.string().nullable(),
  proposedRegistration: z.boolean(),
  completeness: z.int(),
  /** What was filed, changed or ended in the period. */
  events: z.array(z.object({ on: partialDate, kind: z.string(), detail: z.string().nullable() })),
  remark: z.string().nullable(),
});
export type LedgerOrganization = z.infer<typeof ledgerOrganization>;

/** 工作台账 of one period: what ledger.json holds. Documented in docs/formats/ledger-package.md. */
export const ledgerSnapshot = z.object({
  format: z.literal('hub-archive-ledger'),
  version: z.string().regex(/^\d+\.\d+$/),
  period: periodCode,
  startsOn: isoDate,
  endsOn: isoDate,
  frozenOn: isoDate,
  district: z.object({ code: z.string(), name: z.string() }),
  street: z.object({ code: z.string(), name: z.string() }),
  hub: z.object({ name: z.string(), creditCode: z.string().nullable() }),
  organizations: z.array(ledgerOrganization),
  statistics: z.object({
    communities: z.int(),
    organizations: z.int(),
    members: z.int(),
    partyMembers: z.int(),
    byCommunity: z.array(
      z.object({ community: z.string(), organizations: z.int(), members: z.int(), densityTarget: z.int() }),
    ),
    byCategory: z.array(z.object({ category: fourClass.nullable(), organizations: z.int() })),
    byStatus: z.array(z.object({ status: organizationStatus, organizations: z.int() })),
  }),
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
