import { createHash } from 'node:crypto';
import { organizationId } from '../../shared/domain/ids.ts';
import type { LedgerPeriod } from '../../shared/domain/ledger-period.ts';
import {
  canonicalJson,
  ledgerFormatVersion,
  ledgerSnapshot,
  type LedgerSnapshot,
} from '../../shared/domain/ledger-snapshot.ts';
import { maskPhone } from '../../shared/domain/masking.ts';
import { organizationStatus } from '../../shared/domain/organization.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  getSnapshot,
  insertSnapshot,
  listLedgerEvents,
  listLedgerLines,
  type LedgerEvent,
  type LedgerLine,
} from '../db/repositories/ledger.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import type { OpenArchive } from '../open-archive.ts';
import { freezeRoster } from './roster-snapshots.ts';

/** Words of the ledger's 事项 column. */
const eventWords: Readonly<Record<string, string>> = {
  'initial:issue-certificate': '首次备案',
  'change:issue-certificate': '变更备案',
  'dissolution:close-dissolution': '注销',
  'initial:street-refuse': '不予备案',
  'change:street-refuse': '变更未获同意',
};

const toLine = (line: LedgerLine, events: readonly LedgerEvent[], rules: RulePackBody): unknown => {
  const { phone, declaredMembers: _declared, proposedRegistration, ...rest } = line;
  return {
    ...rest,
    maskedPhone: rules.ledger.includePhones ? phone : maskPhone(phone),
    proposedRegistration: proposedRegistration === 1,
    events: events
      .filter(({ organizationId }) => organizationId === line.id)
      .map(({ occurredOn: on, kind, detail }) => ({ on, kind: eventWords[kind] ?? kind, detail })),
  };
};

const countBy = <Key>(
  lines: readonly LedgerLine[],
  key: (line: LedgerLine) => Key,
): ReadonlyMap<Key, readonly LedgerLine[]> => Map.groupBy(lines, key);

/** The ledger of a period as it stands now. @throws CodedError NOT_FOUND in an archive without an office */
export const buildSnapshot = (
  reader: Reader,
  period: LedgerPeriod,
  rules: RulePackBody,
  frozenOn: string,
): LedgerSnapshot => {
  const profile = getOfficeProfile(reader);
  if (profile === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  const lines = listLedgerLines(reader);
  const events = listLedgerEvents(reader, period.startsOn, period.endsOn);
  const communities = listCommunities(reader);
  const sum = (of: readonly LedgerLine[], pick: (line: LedgerLine) => number): number =>
    of.reduce((total, line) => total + pick(line), 0);
  const byCommunity = countBy(lines, ({ communityCode }) => communityCode);
  const byCategory = countBy(lines, ({ category }) => category);
  return ledgerSnapshot.parse({
    format: 'hub-archive-ledger',
    version: ledgerFormatVersion,
    period: period.code,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    frozenOn,
    district: { code: profile.districtCode, name: profile.districtName },
    street: { code: profile.streetCode, name: profile.streetName },
    hub: { name: profile.hubName, creditCode: profile.hubCreditCode },
    organizations: lines.map((line) => toLine(line, events, rules)),
    statistics: {
      communities: communities.length,
      organizations: lines.length,
      members: sum(lines, ({ members }) => members),
      partyMembers: sum(lines, ({ partyMembers }) => partyMembers),
      byCommunity: communities.map(({ code, name, settlement }) => {
        const of = byCommunity.get(code) ?? [];
        return {
          community: name,
          organizations: of.length,
          members: sum(of, ({ members }) => members),
          densityTarget: rules.density[settlement],
        };
      }),
      byCategory: [...byCategory]
        .map(([category, of]) => ({ category, organizations: of.length }))
        .sort((a, b) => String(a.category).localeCompare(String(b.category), 'en')),
      byStatus: organizationStatus.options.flatMap((status) => {
        const organizations = lines.filter((line) => line.status === status).length;
        return organizations === 0 ? [] : [{ status, organizations }];
      }),
    },
  });
};

export interface FrozenLedger {
  readonly snapshot: LedgerSnapshot;
  /** ledger.json, byte for byte. */
  readonly json: Uint8Array;
  readonly sha256: string;
}

/**
 * The frozen ledger of a period: frozen now when it was not before. What is frozen never changes; freezing again gives
 * the same bytes.
 */
export const freezeLedger = (
  { store, ports }: OpenArchive,
  period: LedgerPeriod,
  rules: RulePackBody,
): Promise<FrozenLedger> =>
  store.write((writer) => {
    const known = getSnapshot(writer, period.code);
    if (known !== null) {
      const snapshot = ledgerSnapshot.parse(JSON.parse(Buffer.from(known.json).toString('utf8')));
      return { snapshot, json: known.json, sha256: known.sha256 };
    }
    const snapshot = buildSnapshot(writer, period, rules, ports.clock.today());
    const json = Buffer.from(canonicalJson(snapshot));
    const sha256 = createHash('sha256').update(json).digest('hex');
    insertSnapshot(
      writer,
      { period: period.code, frozenAt: ports.clock.instant(), json, sha256 },
      snapshot.statistics.members,
    );
    for (const { id } of snapshot.organizations) {
      freezeRoster(ports, writer, {
        organizationId: organizationId.parse(id),
        asOf: snapshot.frozenOn,
        cause: 'ledger',
        causeCode: period.code,
      });
    }
    return { snapshot, json, sha256 };
  });
