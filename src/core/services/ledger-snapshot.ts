import { createHash } from 'node:crypto';
import { organizationId } from '../../shared/domain/ids.ts';
import type { LedgerPeriod } from '../../shared/domain/ledger-period.ts';
import {
  canonicalJson,
  ledgerFormatVersion,
  ledgerSnapshot,
  type LedgerSnapshot,
} from '../../shared/domain/ledger-snapshot.ts';
import { eventKinds, figuresOf, isStandingStatus } from '../../shared/domain/ledger-tables.ts';
import { maskPhone } from '../../shared/domain/masking.ts';
import { organizationStatus } from '../../shared/domain/organization.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import { surveyResult, type SurveyContent } from '../../shared/domain/survey.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { getSnapshot, insertSnapshot, lastCorrection, ledgersBefore } from '../db/repositories/ledger.ts';
import {
  listLedgerActivity,
  listLedgerCandidates,
  listLedgerDispositions,
  listLedgerEvents,
  listLedgerLines,
  listLedgerSurveys,
  type LedgerActivity,
  type LedgerEvent,
  type LedgerLine,
} from '../db/repositories/ledger-lines.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import type { OrganizationTraining } from '../db/repositories/training-attendance.ts';
import type { OpenArchive } from '../open-archive.ts';
import { freezeRoster } from './roster-snapshots.ts';
import { ledgerTrainings, organizationTrainings, trainingIsRecorded } from './ledger-trainings.ts';

/** Words of the ledger's 事项 column. */
const eventWords: Readonly<Record<string, string>> = {
  'initial:issue-certificate': eventKinds.filed,
  'change:issue-certificate': eventKinds.changed,
  'dissolution:close-dissolution': eventKinds.dissolved,
  'initial:street-refuse': eventKinds.refused,
  'change:street-refuse': eventKinds.changeRefused,
  'exit:revoked': eventKinds.revoked,
  'exit:registered': eventKinds.registered,
};

/** Periods frozen before that a ledger is compared with. */
const earlierShown = 4;

const satisfactionOf = (survey: SurveyContent | undefined) => {
  if (survey === undefined) return null;
  const { rate, groups } = surveyResult(survey);
  return {
    overall: rate,
    committees: groups.committees.rate,
    residents: groups.residents.rate,
    units: groups.units.rate,
  };
};

const noActivity: Omit<LedgerActivity, 'organizationId'> = {
  reports: 0,
  disclosures: 0,
  activities: 0,
  dispositions: 0,
};

/** What of a period is read once for all lines. */
interface PeriodRecords {
  readonly events: ReadonlyMap<string, readonly LedgerEvent[]>;
  readonly activity: ReadonlyMap<string, LedgerActivity>;
  readonly surveys: ReadonlyMap<string, SurveyContent>;
  /** null while training is not recorded */
  readonly trainings: ReadonlyMap<string, OrganizationTraining> | null;
}

const readRecords = (reader: Reader, period: LedgerPeriod): PeriodRecords => ({
  events: Map.groupBy(listLedgerEvents(reader, period), (event) => event.organizationId),
  activity: new Map(listLedgerActivity(reader, period).map((each) => [each.organizationId, each])),
  surveys: listLedgerSurveys(reader, period),
  trainings: trainingIsRecorded(reader, period.endsOn) ? organizationTrainings(reader, period) : null,
});

const toLine = (line: LedgerLine, records: PeriodRecords, rules: RulePackBody) => {
  const { phone, declaredMembers: _declared, proposedRegistration, ...rest } = line;
  const { organizationId: _id, ...activity } = records.activity.get(line.id) ?? {
    organizationId: line.id,
    ...noActivity,
  };
  return {
    ...rest,
    ...activity,
    maskedPhone: rules.ledger.includePhones ? phone : maskPhone(phone),
    proposedRegistration: proposedRegistration === 1,
    satisfaction: satisfactionOf(records.surveys.get(line.id)),
    trained: records.trainings === null ? null : (records.trainings.get(line.id)?.people ?? 0),
    events: (records.events.get(line.id) ?? []).map(({ occurredOn: on, kind, detail }) => ({
      on,
      kind: eventWords[kind] ?? kind,
      detail,
    })),
  };
};

const candidatesOf = (reader: Reader, lines: readonly LedgerLine[]) => {
  const known = listLedgerCandidates(reader);
  return lines
    .filter(({ proposedRegistration }) => proposedRegistration === 1)
    .map(({ id }) => {
      const candidate = known.get(id);
      return {
        organizationId: id,
        since: candidate?.since ?? null,
        scale: candidate?.reasons.scale ?? null,
        influence: candidate?.reasons.influence ?? null,
        effect: candidate?.reasons.effect ?? null,
        demonstration: (candidate?.demonstration ?? null) !== null,
      };
    });
};

const statisticsOf = (reader: Reader, all: readonly LedgerLine[], rules: RulePackBody) => {
  const standing = all.filter(({ status }) => isStandingStatus(organizationStatus.parse(status)));
  const communities = listCommunities(reader);
  const sum = (of: readonly LedgerLine[], pick: (line: LedgerLine) => number): number =>
    of.reduce((total, line) => total + pick(line), 0);
  const byCommunity = Map.groupBy(standing, ({ communityCode }) => communityCode);
  const byCategory = Map.groupBy(standing, ({ category }) => category);
  return {
    communities: communities.length,
    organizations: standing.length,
    members: sum(standing, ({ members }) => members),
    partyMembers: sum(standing, ({ partyMembers }) => partyMembers),
    byCommunity: communities.map(({ code, name, settlement }) => {
      const of = byCommunity.get(code) ?? [];
      return {
        community: name,
        communityCode: code,
        organizations: of.length,
        members: sum(of, ({ members }) => members),
        densityTarget: rules.density[settlement],
      };
    }),
    byCategory: [...byCategory]
      .map(([category, of]) => ({ category, organizations: of.length }))
      .sort((a, b) => (String(a.category) < String(b.category) ? -1 : 1)),
    byStatus: organizationStatus.options.flatMap((status) => {
      const organizations = all.filter((line) => line.status === status).length;
      return organizations === 0 ? [] : [{ status, organizations }];
    }),
  };
};

const parseLedger = (json: Uint8Array): LedgerSnapshot =>
  ledgerSnapshot.parse(JSON.parse(Buffer.from(json).toString('utf8')));

/** The ledger of a period as it stands now. @throws CodedError NOT_FOUND in an archive without an office */
export const buildSnapshot = (
  reader: Reader,
  period: LedgerPeriod,
  rules: RulePackBody,
  frozenOn: string,
): LedgerSnapshot => {
  const profile = getOfficeProfile(reader);
  if (profile === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  const lines = listLedgerLines(reader, period);
  const records = readRecords(reader, period);
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
    columns: rules.ledger.columns,
    organizations: lines.map((line) => toLine(line, records, rules)),
    candidates: candidatesOf(reader, lines),
    dispositions: listLedgerDispositions(reader, period),
    trainings: ledgerTrainings(reader, period),
    earlier: ledgersBefore(reader, period.code, earlierShown).map(({ json }) => figuresOf(parseLedger(json))),
    statistics: statisticsOf(reader, lines, rules),
  });
};

export interface FrozenLedger {
  readonly snapshot: LedgerSnapshot;
  /** ledger.json, byte for byte. */
  readonly json: Uint8Array;
  readonly sha256: string;
}

const frozenLedger = ({ json, sha256 }: Pick<FrozenLedger, 'json' | 'sha256'>): FrozenLedger => ({
  snapshot: parseLedger(json),
  json,
  sha256,
});

/** A ledger as it is written down: its bytes and their digest. */
export const writtenLedger = (snapshot: LedgerSnapshot): FrozenLedger => {
  const json = Buffer.from(canonicalJson(snapshot));
  return { snapshot, json, sha256: createHash('sha256').update(json).digest('hex') };
};

/** The ledger of a period as it was frozen; null while it is not. */
export const frozenOf = (reader: Reader, period: string): FrozenLedger | null => {
  const known = getSnapshot(reader, period);
  return known === null ? null : frozenLedger(known);
};

/** The frozen ledger of a period with its last correction, as the bureau has it; null while it is not frozen. */
export const lastLedgerOf = (reader: Reader, period: string): FrozenLedger | null => {
  const corrected = lastCorrection(reader, period);
  return corrected === null
    ? frozenOf(reader, period)
    : frozenLedger({ json: corrected.ledgerJson, sha256: corrected.sha256 });
};

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
    const known = frozenOf(writer, period.code);
    if (known !== null) return known;
    const frozen = writtenLedger(buildSnapshot(writer, period, rules, ports.clock.today()));
    const { snapshot, json, sha256 } = frozen;
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
    return frozen;
  });
