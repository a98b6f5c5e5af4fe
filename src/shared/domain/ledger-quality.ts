import type { QualityCode, QualityFinding } from './bureau.ts';
import { canonicalFilingNumber, yearInFilingNumber } from './filing-number.ts';
import type { LedgerOrganization, LedgerSnapshot } from './ledger-snapshot.ts';
import { communitiesOf, isStanding, standardTable } from './ledger-tables.ts';
import { standingStatuses } from './organization.ts';
import { findPersonalData } from './personal-data.ts';

/** Nothing is changed by a finding: a person decides whether to accept, to ask, or to send back. */
const levels: Readonly<Record<QualityCode, QualityFinding['level']>> = {
  'no-organizations': 'fault',
  'sums-differ': 'fault',
  'filing-number-malformed': 'fault',
  'filing-number-twice': 'fault',
  // As at the street's desk: old paper has gaps, and must be reportable as it is.
  'filing-number-missing': 'notice',
  'filed-on-missing': 'notice',
  'filed-on-after-period': 'fault',
  'filed-on-impossible': 'fault',
  'name-twice': 'notice',
  'category-missing': 'notice',
  'responsible-person-missing': 'notice',
  'fallback-party-missing': 'notice',
  'roster-empty': 'notice',
  'party-members-exceed': 'fault',
  'community-outside-street': 'fault',
  'community-code-malformed': 'fault',
  'community-two-names': 'notice',
  'event-outside-period': 'notice',
  'disposition-outside-period': 'notice',
  'rectified-before': 'notice',
  'phone-in-clear': 'fault',
  'identity-number-in-text': 'fault',
  'organizations-halved': 'notice',
};

type Line = LedgerOrganization;
type Finding = Omit<QualityFinding, 'level'>;

const ofLine = ({ id, name, community }: Line, code: QualityCode, detail: string | null = null): Finding => ({
  code,
  organizationId: id,
  organization: name,
  community,
  detail,
});

const ofLedger = (code: QualityCode, detail: string): Finding => ({
  code,
  organizationId: null,
  organization: null,
  community: null,
  detail,
});

/** The first Chinese rules for such organizations are younger; anything before is a slip. */
const earliestFiling = '1949-10-01';

/** A number names its year and a sequence after it. */
const isFilingNumber = (text: string, lastYear: number): boolean => {
  const year = yearInFilingNumber(text);
  return (
    year !== null &&
    year >= Number(earliestFiling.slice(0, 4)) &&
    year <= lastYear &&
    /\d/.test(canonicalFilingNumber(text).split(String(year)).slice(1).join(''))
  );
};

/** What a line says of its filing. */
const filingFindings = (line: Line, endsOn: string): Finding[] => {
  const { filingNumber, filedOn } = line;
  const found: Finding[] = [];
  if (standingStatuses.includes(line.status)) {
    if (filingNumber === null) found.push(ofLine(line, 'filing-number-missing'));
    if (filedOn === null) found.push(ofLine(line, 'filed-on-missing'));
  }
  if (filingNumber !== null && !isFilingNumber(filingNumber, Number(endsOn.slice(0, 4))))
    found.push(ofLine(line, 'filing-number-malformed', filingNumber));
  if (filedOn !== null && filedOn > endsOn) found.push(ofLine(line, 'filed-on-after-period', filedOn));
  if (filedOn !== null && filedOn < earliestFiling.slice(0, filedOn.length))
    found.push(ofLine(line, 'filed-on-impossible', filedOn));
  return found;
};

/** Columns that should not be empty, and numbers that cannot be. */
const columnFindings = (line: Line): Finding[] => {
  const found: Finding[] = [];
  if (line.partyMembers > line.members)
    found.push(ofLine(line, 'party-members-exceed', `${line.partyMembers} / ${line.members}`));
  if (!standingStatuses.includes(line.status)) return found;
  if (line.category === null) found.push(ofLine(line, 'category-missing'));
  if ((line.responsiblePerson ?? '') === '') found.push(ofLine(line, 'responsible-person-missing'));
  if (line.fallbackParty === null) found.push(ofLine(line, 'fallback-party-missing'));
  if (line.members === 0) found.push(ofLine(line, 'roster-empty'));
  return found;
};

const communityFindings = (line: Line, streetCode: string): Finding[] => {
  if (!/^\d{12}$/.test(line.communityCode))
    return [ofLine(line, 'community-code-malformed', line.communityCode)];
  return line.communityCode.startsWith(streetCode)
    ? []
    : [ofLine(line, 'community-outside-street', line.communityCode)];
};

/** Phones travel masked, and identity numbers never. */
const privacyFindings = (line: Line): Finding[] => {
  const texts = [line.remark, line.name, ...line.events.map(({ detail }) => detail)];
  const kinds = texts.flatMap((text) =>
    text === null ? [] : findPersonalData(text).map(({ kind }) => kind),
  );
  return [
    ...(/\d{7}/.test(line.maskedPhone ?? '') ? [ofLine(line, 'phone-in-clear')] : []),
    ...(kinds.includes('identity-number') ? [ofLine(line, 'identity-number-in-text')] : []),
  ];
};

const dayWithin = (day: string, { startsOn, endsOn }: Pick<LedgerSnapshot, 'startsOn' | 'endsOn'>): boolean =>
  day >= startsOn.slice(0, day.length) && day <= endsOn;

const eventFindings = (line: Line, snapshot: LedgerSnapshot): Finding[] =>
  line.events
    .filter(({ on }) => !dayWithin(on, snapshot))
    .map(({ on, kind }) => ofLine(line, 'event-outside-period', `${on} ${kind}`));

const dispositionFindings = (snapshot: LedgerSnapshot): Finding[] =>
  snapshot.dispositions.flatMap(({ organizationId, organization, community, on, title, rectifiedOn }) => {
    const about = { organizationId, organization, community };
    return [
      ...(dayWithin(on, snapshot)
        ? []
        : [{ ...about, code: 'disposition-outside-period' as const, detail: `${on} ${title}` }]),
      ...(rectifiedOn !== null && rectifiedOn < on
        ? [{ ...about, code: 'rectified-before' as const, detail: `${rectifiedOn} < ${on}` }]
        : []),
    ];
  });

/** Lines that share what only one may have. */
const twice = (lines: readonly Line[], code: QualityCode, keyOf: (line: Line) => string | null): Finding[] =>
  [...Map.groupBy(lines, keyOf)].flatMap(([key, of]) =>
    key === null || of.length < 2 ? [] : of.map((line) => ofLine(line, code, key)),
  );

const communityNames = (lines: readonly Line[]): Finding[] =>
  [...Map.groupBy(lines, ({ communityCode }) => communityCode)].flatMap(([code, of]) => {
    const names = [...new Set(of.map(({ community }) => community))];
    return names.length < 2 ? [] : [ofLedger('community-two-names', `${code}：${names.join('、')}`)];
  });

/** The statistics of a ledger against its lines. */
const sumFindings = (snapshot: LedgerSnapshot): Finding[] => {
  const { statistics } = snapshot;
  const { total, rows } = standardTable(snapshot.organizations, communitiesOf(snapshot));
  const standing = snapshot.organizations.filter(isStanding);
  const byRow = new Map(rows.map((row) => [row.community, row]));
  const pairs: (readonly [string, number, number])[] = [
    ['组织总数', statistics.organizations, total.organizations],
    ['成员总数', statistics.members, total.members],
    ['党员总数', statistics.partyMembers, total.partyMembers],
    ...statistics.byCommunity.map(
      ({ community, organizations }) =>
        [community, organizations, byRow.get(community)?.organizations ?? 0] as const,
    ),
    ...statistics.byCategory.map(
      ({ category, organizations }) =>
        [
          `类别 ${category ?? '未分类'}`,
          organizations,
          standing.filter((line) => line.category === category).length,
        ] as const,
    ),
    ...statistics.byStatus.map(
      ({ status, organizations }) =>
        [
          `状态 ${status}`,
          organizations,
          snapshot.organizations.filter((line) => line.status === status).length,
        ] as const,
    ),
  ];
  return pairs
    .filter(([, told, counted]) => told !== counted)
    .map(([what, told, counted]) => ofLedger('sums-differ', `${what}：填报 ${told}，实有 ${counted}`));
};

const sizeFindings = (snapshot: LedgerSnapshot, earlier: LedgerSnapshot | null): Finding[] => {
  if (snapshot.organizations.length === 0) return [ofLedger('no-organizations', snapshot.period)];
  const [now, before] = [snapshot, earlier].map((each) => each?.organizations.filter(isStanding).length ?? 0);
  return before !== undefined && now !== undefined && before >= 10 && now * 2 < before
    ? [ofLedger('organizations-halved', `${before} → ${now}`)]
    : [];
};

/**
 * What of a received ledger a person should look at: numbers malformed or repeated, sums that do not agree with the
 * lines, empty columns, impossible dates, personal data that should not travel. Faults first.
 *
 * @param earlier the street's ledger before, where there is one
 */
export const judgeLedger = (snapshot: LedgerSnapshot, earlier: LedgerSnapshot | null): QualityFinding[] => {
  const { organizations: lines, street, endsOn } = snapshot;
  const found = [
    ...sizeFindings(snapshot, earlier),
    ...sumFindings(snapshot),
    ...communityNames(lines),
    ...twice(lines, 'filing-number-twice', ({ filingNumber }) =>
      filingNumber === null ? null : canonicalFilingNumber(filingNumber),
    ),
    ...twice(lines, 'name-twice', ({ community, name }) => `${community} ${name.normalize('NFKC').trim()}`),
    ...lines.flatMap((line) => [
      ...filingFindings(line, endsOn),
      ...columnFindings(line),
      ...communityFindings(line, street.code),
      ...privacyFindings(line),
      ...eventFindings(line, snapshot),
    ]),
    ...dispositionFindings(snapshot),
  ].map((each): QualityFinding => ({ level: levels[each.code], ...each }));
  return [
    ...found.filter(({ level }) => level === 'fault'),
    ...found.filter(({ level }) => level === 'notice'),
  ];
};
