import type { StreetCode } from '../../../shared/domain/bureau.ts';
import {
  districtOrganization,
  type DistrictCell,
  type DistrictOrganization,
} from '../../../shared/domain/district-ledger.ts';
import type { ReceivedPackageId } from '../../../shared/domain/ids.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import type { FourClass, OrganizationStatus } from '../../../shared/domain/organization.ts';
import type { CountedLine } from '../../../shared/domain/ledger-tables.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** What the district's figures rest on: one ledger of each street and period. */
export interface DistrictLedger {
  readonly period: PeriodCode;
  readonly streetCode: StreetCode;
  readonly packageId: ReceivedPackageId;
  readonly communities: number;
  readonly dispositions: number;
  readonly trainings: number;
  readonly trainees: number;
}

/** A line as it is counted and searched. */
export interface DistrictLine extends Omit<DistrictOrganization, 'streetCode' | 'streetName'> {
  readonly standing: boolean;
}

/** Puts a street's ledger of a period in the place of the one that was there. */
export const replaceDistrictLedger = (
  writer: Writer,
  ledger: DistrictLedger,
  lines: readonly DistrictLine[],
): void => {
  const { period, streetCode } = ledger;
  writer.run('DELETE FROM district_ledgers WHERE period = ? AND street_code = ?', [period, streetCode]);
  writer.run(
    `INSERT INTO district_ledgers (period, street_code, package_id, communities, dispositions, trainings, trainees)
     VALUES (:period, :streetCode, :packageId, :communities, :dispositions, :trainings, :trainees)`,
    { ...ledger },
  );
  lines.forEach((line, position) =>
    writer.run(
      `INSERT INTO district_organizations (period, street_code, position, id, name, community, community_code, category,
         status, standing, filing_number, filed_on, responsible_person, masked_phone, members, party_members, filed,
         changed, ended, dispositions, proposed_registration)
       VALUES (:period, :streetCode, :position, :id, :name, :community, :communityCode, :category, :status, :standing,
         :filingNumber, :filedOn, :responsiblePerson, :maskedPhone, :members, :partyMembers, :filed, :changed, :ended,
         :dispositions, :proposedRegistration)`,
      {
        ...line,
        period,
        streetCode,
        position,
        standing: line.standing ? 1 : 0,
        proposedRegistration: line.proposedRegistration ? 1 : 0,
      },
    ),
  );
};

/** Of all periods, or of one; the oldest first. */
export const listDistrictLedgers = (
  reader: Reader,
  period: PeriodCode | null = null,
): readonly DistrictLedger[] =>
  reader.all(
    `SELECT period, street_code AS streetCode, package_id AS packageId, communities, dispositions, trainings,
       trainees
     FROM district_ledgers WHERE :period IS NULL OR period = :period ORDER BY period, street_code`,
    { period },
  );

/** Lines of a period as the standard table counts them, with streets in the place of communities. */
export const listCountedLines = (reader: Reader, period: PeriodCode): readonly CountedLine[] =>
  reader.all(
    `SELECT o.street_code AS communityCode, s.name AS community, o.category, o.status, o.members,
       o.party_members AS partyMembers
     FROM district_organizations o JOIN registered_streets s ON s.code = o.street_code WHERE o.period = ?`,
    [period],
  );

/** Counts of one street and period by class and status. */
export interface DistrictTally {
  readonly period: PeriodCode;
  readonly streetCode: StreetCode;
  readonly category: FourClass | null;
  readonly status: OrganizationStatus;
  readonly standing: 0 | 1;
  readonly lines: number;
  readonly members: number;
  readonly partyMembers: number;
  readonly filed: number;
  readonly changed: number;
  readonly ended: number;
  readonly candidates: number;
}

/** Of every period up to `until`. */
export const tallyDistrict = (reader: Reader, until: PeriodCode): readonly DistrictTally[] =>
  reader.all(
    `SELECT period, street_code AS streetCode, category, status, standing, count(*) AS lines, sum(members) AS members,
       sum(party_members) AS partyMembers, sum(filed) AS filed, sum(changed) AS changed, sum(ended) AS ended,
       sum(proposed_registration) AS candidates
     FROM district_organizations WHERE period <= ?
     GROUP BY period, street_code, category, status, standing`,
    [until],
  );

const columns = `o.street_code AS streetCode, s.name AS streetName, o.id, o.name, o.community,
  o.community_code AS communityCode, o.category, o.status, o.filing_number AS filingNumber, o.filed_on AS filedOn,
  o.responsible_person AS responsiblePerson, o.masked_phone AS maskedPhone, o.members, o.party_members AS partyMembers,
  o.filed, o.changed, o.ended, o.dispositions, o.proposed_registration AS proposedRegistration`;

const fromRow = ({ proposedRegistration, ...row }: Record<string, SqlValue>): DistrictOrganization =>
  districtOrganization.parse({ ...row, proposedRegistration: proposedRegistration === 1 });

export interface DistrictFilter {
  readonly period: PeriodCode;
  readonly cell: DistrictCell;
  readonly streetCodes: readonly StreetCode[];
  readonly classes: readonly (FourClass | null)[];
  readonly statuses: readonly OrganizationStatus[];
  readonly text: string;
}

/** Which lines a cell counts, and how much each of them counts. */
const cells: Readonly<Record<DistrictCell, { readonly where: string; readonly weight: string }>> = {
  standing: { where: 'o.standing = 1', weight: '1' },
  lines: { where: '1', weight: '1' },
  filed: { where: 'o.filed > 0', weight: 'o.filed' },
  changed: { where: 'o.changed > 0', weight: 'o.changed' },
  ended: { where: 'o.ended > 0', weight: 'o.ended' },
  candidates: { where: 'o.proposed_registration = 1', weight: '1' },
};

const within = (column: string, values: readonly unknown[], parameter: string): string =>
  values.length === 0 ? '1' : `${column} IN (SELECT value FROM json_each(:${parameter}))`;

const conditions = ({ cell, streetCodes, classes, statuses, text }: DistrictFilter): string =>
  [
    'o.period = :period',
    cells[cell].where,
    within('o.street_code', streetCodes, 'streets'),
    within("coalesce(o.category, '')", classes, 'classes'),
    within('o.status', statuses, 'statuses'),
    text === ''
      ? '1'
      : `(instr(o.name, :text) > 0 OR instr(o.community, :text) > 0 OR instr(coalesce(o.filing_number, ''), :text) > 0
          OR instr(coalesce(o.responsible_person, ''), :text) > 0)`,
  ].join(' AND ');

const bound = ({ period, streetCodes, classes, statuses, text }: DistrictFilter) => ({
  period,
  streets: JSON.stringify(streetCodes),
  classes: JSON.stringify(classes.map((each) => each ?? '')),
  statuses: JSON.stringify(statuses),
  text,
});

const from = 'district_organizations o JOIN registered_streets s ON s.code = o.street_code';

/** In the order of streets and of their ledgers. */
export const findDistrictOrganizations = (
  reader: Reader,
  filter: DistrictFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly DistrictOrganization[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM ${from} WHERE ${conditions(filter)}
       ORDER BY o.street_code, o.position LIMIT :limit OFFSET :offset`,
      { ...bound(filter), offset, limit },
    )
    .map(fromRow);

/** Rows, and the number that the cell shows. */
export const countDistrictOrganizations = (
  reader: Reader,
  filter: DistrictFilter,
): { readonly total: number; readonly sum: number } =>
  reader.get<{ total: number; sum: number }>(
    `SELECT count(*) AS total, coalesce(sum(${cells[filter.cell].weight}), 0) AS sum FROM ${from}
     WHERE ${conditions(filter)}`,
    bound(filter),
  ) ?? { total: 0, sum: 0 };
