import type { LedgerOrganization, LedgerSnapshot, PeriodFigures } from './ledger-snapshot.ts';
import { endedStatuses, fourClass, type FourClass, type OrganizationStatus } from './organization.ts';

/** True for a line that counts: it is filed and has not ended. */
export const isStandingStatus = (status: OrganizationStatus): boolean => !endedStatuses.includes(status);
export const isStanding = ({ status }: Pick<LedgerOrganization, 'status'>): boolean =>
  isStandingStatus(status);

/** A class of the standard table; null counts those without one. */
export type TableClass = FourClass | null;
export const tableClasses: readonly TableClass[] = [...fourClass.options, null];

/** What of a line the standard table counts. */
export type CountedLine = Pick<
  LedgerOrganization,
  'communityCode' | 'community' | 'category' | 'status' | 'members' | 'partyMembers'
>;

export interface StandardRow {
  readonly communityCode: string;
  readonly community: string;
  /** Organizations by class, in the order of `tableClasses`. */
  readonly counts: readonly number[];
  readonly organizations: number;
  readonly members: number;
  readonly partyMembers: number;
}

/** 统计表 by community and class; every row and every column adds up to the totals. */
export interface StandardTable {
  readonly rows: readonly StandardRow[];
  readonly total: StandardRow;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const rowOf = (communityCode: string, community: string, lines: readonly CountedLine[]): StandardRow => ({
  communityCode,
  community,
  counts: tableClasses.map((each) => lines.filter(({ category }) => category === each).length),
  organizations: lines.length,
  members: sum(lines.map(({ members }) => members)),
  partyMembers: sum(lines.map(({ partyMembers }) => partyMembers)),
});

/** @param communities all of them, also those without an organization, in their order */
export const standardTable = (
  lines: readonly CountedLine[],
  communities: readonly { readonly code: string; readonly name: string }[],
): StandardTable => {
  const standing = lines.filter(isStanding);
  const byCommunity = Map.groupBy(standing, ({ communityCode }) => communityCode);
  const known = new Set(communities.map(({ code }) => code));
  const strays = [...byCommunity]
    .filter(([code]) => !known.has(code))
    .map(([code, of]) => ({ code, name: of[0]?.community ?? '' }));
  return {
    rows: [...communities, ...strays].map(({ code, name }) => rowOf(code, name, byCommunity.get(code) ?? [])),
    total: rowOf('', '合计', standing),
  };
};

/** Communities as a snapshot names them. */
export const communitiesOf = ({
  statistics,
  organizations,
}: Pick<LedgerSnapshot, 'statistics' | 'organizations'>): {
  readonly code: string;
  readonly name: string;
}[] => {
  const codes = new Map(organizations.map(({ community, communityCode }) => [community, communityCode]));
  return statistics.byCommunity.map(({ community, communityCode }) => ({
    name: community,
    // Version 1.0 named communities only.
    code: communityCode === '' ? (codes.get(community) ?? community) : communityCode,
  }));
};

/** Words of events by what they count as; see services/ledger-snapshot.ts. */
export const eventKinds = {
  filed: '首次备案',
  changed: '变更备案',
  dissolved: '注销',
  refused: '不予备案',
  changeRefused: '变更未获同意',
  revoked: '撤销备案',
  registered: '转为依法登记',
} as const;

const countEvents = (lines: readonly LedgerOrganization[], kinds: readonly string[]): number =>
  sum(lines.map(({ events }) => events.filter(({ kind }) => kinds.includes(kind)).length));

/** The totals of a ledger that are compared over periods. */
export const figuresOf = (
  snapshot: Pick<LedgerSnapshot, 'period' | 'organizations' | 'dispositions'>,
): PeriodFigures => {
  const standing = snapshot.organizations.filter(isStanding);
  return {
    period: snapshot.period,
    organizations: standing.length,
    members: sum(standing.map(({ members }) => members)),
    partyMembers: sum(standing.map(({ partyMembers }) => partyMembers)),
    filed: countEvents(snapshot.organizations, [eventKinds.filed]),
    changed: countEvents(snapshot.organizations, [eventKinds.changed]),
    ended: countEvents(snapshot.organizations, [
      eventKinds.dissolved,
      eventKinds.revoked,
      eventKinds.registered,
    ]),
    dispositions: snapshot.dispositions.length,
  };
};
