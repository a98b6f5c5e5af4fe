import type { StreetCode } from '../../shared/domain/bureau.ts';
import type { ReceivedFileId, ReceivedPackageId } from '../../shared/domain/ids.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';

const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
};

export const rollupTabs = ['classes', 'matters', 'comparison', 'trend'] as const;
export type RollupTab = (typeof rollupTabs)[number];

export const matterKinds = ['dispositions', 'trainings'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** Every address of the bureau's desk; its screens link through these. */
export const bureauPaths = {
  home: '/bureau',
  /** Files that came in and wait, or packages that were taken in. */
  inbox: (tab?: 'received'): string => withQuery('/bureau/inbox', tab === undefined ? {} : { tab }),
  /** What a file of the inbox would bring. */
  incoming: (id: ReceivedFileId): string => `/bureau/inbox/${id}`,
  /** A package that was taken in, and its answer. */
  package: (id: ReceivedPackageId): string => `/bureau/packages/${id}`,
  reporting: (period?: PeriodCode, state?: 'missing' | 'received' | 'returned'): string =>
    withQuery('/bureau/reporting', {
      ...(period === undefined ? {} : { period }),
      ...(state === undefined ? {} : { state }),
    }),
  rollup: (period?: PeriodCode, tab?: RollupTab): string =>
    withQuery('/bureau/rollup', {
      ...(period === undefined ? {} : { period }),
      ...(tab === undefined ? {} : { tab }),
    }),
  /** Organizations behind a number of the roll-up; see features/bureau/organizations/organization-query.ts. */
  organizations: (query: Readonly<Record<string, string>>): string =>
    withQuery('/bureau/organizations', query),
  /** Dispositions or trainings of a period, of one street or of all. */
  matters: (kind: MatterKind, period: PeriodCode, street?: StreetCode): string =>
    withQuery('/bureau/matters', { kind, period, ...(street === undefined ? {} : { street }) }),
  duplicates: (period?: PeriodCode): string =>
    withQuery('/bureau/duplicates', period === undefined ? {} : { period }),
  streets: '/bureau/streets',
  street: (code: StreetCode): string => `/bureau/streets/${code}`,
  keys: '/bureau/keys',
  settings: '/bureau/settings',
  backups: '/bureau/settings?tab=backups',
} as const;
