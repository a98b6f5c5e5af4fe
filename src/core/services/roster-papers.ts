import type { IsoDate } from '../../shared/domain/dates.ts';
import type { OrganizationId, RosterSnapshotId } from '../../shared/domain/ids.ts';
import { memberRole, politicalStatus, sex } from '../../shared/domain/person.ts';
import {
  publicRoleTitle,
  type FullRosterLine,
  type PublicRosterLine,
  type RosterPaper,
} from '../../shared/domain/roster-paper.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { communityNameOn, communityOfOrganizationOn } from '../db/repositories/area-changes.ts';
import { listRoster, type RosterRecord } from '../db/repositories/memberships.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { isPartyMember, openSnapshot } from './roster-snapshots.ts';

/** Which roster is printed: that of a day by today's register, or one that was frozen. */
export type PrintedRoster =
  | { readonly organizationId: OrganizationId; readonly asOf: IsoDate }
  | { readonly snapshotId: RosterSnapshotId };

interface RosterSource {
  readonly organizationId: OrganizationId;
  readonly asOf: IsoDate;
  readonly frozenAt: string | null;
  readonly records: readonly RosterRecord[];
}

const sourceOf = (reader: Reader, wanted: PrintedRoster): RosterSource =>
  'snapshotId' in wanted
    ? openSnapshot(reader, wanted.snapshotId)
    : { ...wanted, frozenAt: null, records: listRoster(reader, wanted.organizationId, { day: wanted.asOf }) };

const paperOf = <Line>(
  reader: Reader,
  wanted: PrintedRoster,
  lineOf: (record: RosterRecord) => Line,
): RosterPaper<Line> => {
  const { organizationId, asOf, frozenAt, records } = sourceOf(reader, wanted);
  const organization = getOrganization(reader, organizationId);
  if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
  return {
    organizationId,
    organizationName: organization.name,
    // As it was called on the day of the roster, also where it has been merged into another since.
    communityName:
      communityNameOn(
        reader,
        communityOfOrganizationOn(reader, organizationId, asOf) ?? organization.communityId,
        asOf,
      ) ?? '',
    asOf,
    frozenAt,
    memberCount: records.length,
    partyMemberCount: records.filter(isPartyMember).length,
    lines: records.map(lineOf),
  };
};

const fullLine = (record: RosterRecord): FullRosterLine => ({
  name: record.name,
  sex: sex.nullable().parse(record.sex),
  birthDate: record.birthDate,
  politicalStatus: politicalStatus.nullable().parse(record.politicalStatus),
  identityNumber: record.identityNumber,
  phone: record.phone,
  role: memberRole.parse(record.role),
  roleTitle: record.roleTitle,
  joinedOn: record.joinedOn,
  remark: record.remark,
});

const publicLine = (record: RosterRecord): PublicRosterLine => ({
  name: record.name,
  sex: sex.nullable().parse(record.sex),
  role: memberRole.parse(record.role),
  roleTitle: publicRoleTitle(record.roleTitle),
  joinedOn: record.joinedOn,
});

/** The full roster (policy Art. 2, 档案 (二)) with its numbers in clear, for paper only. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED */
export const readFullRoster = (reader: Reader, wanted: PrintedRoster): RosterPaper<FullRosterLine> =>
  paperOf(reader, wanted, fullLine);

/** The roster for the notice board: its lines have no place for a private fact. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED */
export const readPublicRoster = (reader: Reader, wanted: PrintedRoster): RosterPaper<PublicRosterLine> =>
  paperOf(reader, wanted, publicLine);
