import { z } from 'zod';
import { isoDate } from './dates.ts';
import {
  canonicalJson,
  ledgerHead,
  ledgerSnapshot,
  type LedgerOrganization,
  type LedgerSnapshot,
} from './ledger-snapshot.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a correction rests on: the package whose ledger it changes. */
export const correctedPackage = z.object({
  fileName: z.string().max(120),
  serial: z.int().positive(),
  /** Of the package file. */
  packageSha256: sha256,
  /** Of the ledger that the bureau has after that package. */
  ledgerSha256: sha256,
});

const parts = ledgerSnapshot.pick({
  columns: true,
  candidates: true,
  dispositions: true,
  trainings: true,
  earlier: true,
  statistics: true,
});

/**
 * 补报更正: what a ledger has become since it was sent, as correction.json holds it. Only differences; with the ledger
 * before them they give the ledger after them, byte for byte.
 */
export const ledgerCorrection = ledgerHead.extend({
  format: z.literal('hub-archive-ledger-correction'),
  version: z.string().regex(/^\d+\.\d+$/),
  frozenOn: isoDate,
  /** 1 for the first correction of a period. */
  number: z.int().positive(),
  corrects: correctedPackage,
  reason: z.string().max(500),
  /** Lines that are new or have changed, whole. */
  lines: z.array(ledgerSnapshot.shape.organizations.element),
  /** Ids of lines that are there no more. */
  removed: z.array(z.string().max(64)),
  /** Ids in the new order; null where lines only changed in place. */
  order: z.array(z.string().max(64)).nullable(),
  /** Other members that changed, whole. */
  replaced: z.object({
    columns: parts.shape.columns.unwrap().optional(),
    candidates: parts.shape.candidates.unwrap().optional(),
    dispositions: parts.shape.dispositions.unwrap().optional(),
    trainings: parts.shape.trainings.unwrap().optional(),
    earlier: parts.shape.earlier.unwrap().optional(),
    statistics: parts.shape.statistics.optional(),
    district: ledgerHead.shape.district.optional(),
    street: ledgerHead.shape.street.optional(),
    hub: ledgerHead.shape.hub.optional(),
  }),
  /** Version member of the ledger after it. */
  ledgerVersion: z.string(),
  /** SHA-256 of ledger.json after it. */
  resultSha256: sha256,
});
export type LedgerCorrection = z.infer<typeof ledgerCorrection>;

export const correctionFormatVersion = '1.0';

const replaceable = [
  'columns',
  'candidates',
  'dispositions',
  'trainings',
  'earlier',
  'statistics',
  'district',
  'street',
  'hub',
] as const satisfies readonly (keyof LedgerCorrection['replaced'])[];

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** What differs between two ledgers of one period. */
export interface LedgerDifference {
  readonly lines: LedgerOrganization[];
  readonly removed: string[];
  readonly order: string[] | null;
  readonly replaced: LedgerCorrection['replaced'];
}

/** Ids in the order that a reader gets who knows only which lines went and which came. */
const plainOrder = (
  before: LedgerSnapshot,
  { lines, removed }: Pick<LedgerDifference, 'lines' | 'removed'>,
) => {
  const known = new Set(before.organizations.map(({ id }) => id));
  return [
    ...before.organizations.map(({ id }) => id).filter((id) => !removed.includes(id)),
    ...lines.map(({ id }) => id).filter((id) => !known.has(id)),
  ];
};

export const differenceBetween = (before: LedgerSnapshot, after: LedgerSnapshot): LedgerDifference => {
  const old = new Map(before.organizations.map((line) => [line.id, line]));
  const kept = new Set(after.organizations.map(({ id }) => id));
  const lines = after.organizations.filter((line) => !isSame(old.get(line.id) ?? null, line));
  const removed = before.organizations.map(({ id }) => id).filter((id) => !kept.has(id));
  const order = after.organizations.map(({ id }) => id);
  return {
    lines,
    removed,
    order: isSame(plainOrder(before, { lines, removed }), order) ? null : order,
    replaced: Object.fromEntries(
      replaceable.filter((key) => !isSame(before[key], after[key])).map((key) => [key, after[key]]),
    ),
  };
};

export const isNoDifference = ({ lines, removed, order, replaced }: LedgerDifference): boolean =>
  lines.length === 0 && removed.length === 0 && order === null && Object.keys(replaced).length === 0;

/** The ledger after a correction. Its canonical JSON has the digest `resultSha256`; the caller compares. */
export const applyCorrection = (before: LedgerSnapshot, correction: LedgerCorrection): LedgerSnapshot => {
  const lines = new Map(
    [...before.organizations, ...correction.lines].map((line) => [line.id, line] as const),
  );
  const ids = correction.order ?? plainOrder(before, correction);
  return ledgerSnapshot.parse({
    ...before,
    ...correction.replaced,
    version: correction.ledgerVersion,
    frozenOn: correction.frozenOn,
    organizations: ids.flatMap((id) => lines.get(id) ?? []),
  });
};

/** One member of a line that changed, for people. */
export interface LineChange {
  readonly id: string;
  readonly community: string;
  readonly organization: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** The member that differs; null for a whole line. */
  readonly field: keyof LedgerOrganization | null;
  /** The line before and after. */
  readonly before: LedgerOrganization | null;
  readonly after: LedgerOrganization | null;
}

const fieldsOf = (line: LedgerOrganization): readonly (keyof LedgerOrganization)[] =>
  // of a parsed line, whose members are those of its schema
  Object.keys(line) as (keyof LedgerOrganization)[];

/** Every line that came, went or changed, member by member. */
export const lineChanges = (before: LedgerSnapshot, after: LedgerSnapshot): readonly LineChange[] => {
  const old = new Map(before.organizations.map((line) => [line.id, line]));
  const kept = new Set(after.organizations.map(({ id }) => id));
  const head = ({ id, community, name }: LedgerOrganization) => ({ id, community, organization: name });
  return [
    ...after.organizations.flatMap((line): LineChange[] => {
      const was = old.get(line.id);
      if (was === undefined)
        return [{ ...head(line), kind: 'added', field: null, before: null, after: line }];
      return fieldsOf(line)
        .filter((field) => !isSame(was[field], line[field]))
        .map((field) => ({
          ...head(line),
          kind: 'changed',
          field,
          before: was,
          after: line,
        }));
    }),
    ...before.organizations
      .filter(({ id }) => !kept.has(id))
      .map((line): LineChange => ({
        ...head(line),
        kind: 'removed',
        field: null,
        before: line,
        after: null,
      })),
  ];
};
