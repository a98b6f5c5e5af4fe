import type { RosterOn } from '../../shared/contract/roster.ts';
import { minorityOn } from '../../shared/domain/age.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { MembershipId, OrganizationId, PersonId } from '../../shared/domain/ids.ts';
import { readIdentityNumber } from '../../shared/domain/identity-number.ts';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import {
  politicalStatus,
  rosterRow,
  sex,
  type MembershipStay,
  type RosterRow,
} from '../../shared/domain/person.ts';
import { structureOf, type RosterStructure } from '../../shared/domain/roster-structure.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  leaveReasonLabels,
  memberRoleLabels,
  politicalStatusLabels,
  sexLabels,
} from '../../shared/labels/person.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  listRoster,
  listStays,
  organizationsOfPerson,
  rosterRecord,
  type RosterRecord,
  type RosterScope,
} from '../db/repositories/memberships.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { findPeopleByName, findPersonByIdentityHash } from '../db/repositories/people.ts';
import { listFile } from '../interchange/list-file.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { identityLookup } from './identity-lookup.ts';

/** A line as a screen may show it: the numbers masked, the age judged on `day`. */
export const maskedRow = (record: RosterRecord, day: IsoDate): RosterRow => {
  const { birthDate, identityNumber, phone, otherOrganizations, ...shown } = record;
  return rosterRow.parse({
    ...shown,
    birthMonth: birthDate?.slice(0, 7) ?? null,
    maskedIdentityNumber: maskIdentityNumber(identityNumber),
    maskedPhone: maskPhone(phone),
    otherOrganizations: JSON.parse(otherOrganizations) as string[],
    minority: minorityOn(birthDate, day),
  });
};

/** @throws CodedError NOT_FOUND */
export const rosterRowOf = (reader: Reader, id: MembershipId, today: IsoDate): RosterRow => {
  const record = rosterRecord(reader, id);
  if (record === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
  return maskedRow(record, today);
};

const scopeOf = ({ asOf, includeFormer }: RosterOn): RosterScope =>
  asOf === null ? (includeFormer ? 'ever' : 'current') : { day: asOf };

/** The roster, numbers masked. `text` is part of a name, role or remark. */
export const readRoster = ({ store, ports }: OpenArchive, input: RosterOn): Promise<RosterRow[]> =>
  store.read((reader) => {
    const wanted = input.text.trim();
    const day = input.asOf ?? ports.clock.today();
    return listRoster(reader, input.organizationId, scopeOf(input))
      .filter((record) =>
        [record.name, record.roleTitle, record.remark].some((text) => text?.includes(wanted)),
      )
      .map((record) => maskedRow(record, day));
  });

const leavingOf = ({ leftOn, leaveReason }: RosterRow): string =>
  leftOn === null ? '' : `${leftOn}${leaveReason === null ? '' : `（${leaveReasonLabels[leaveReason]}）`}`;

const columns: readonly ListColumn<RosterRow>[] = [
  { header: '姓名', width: 12, value: (row) => row.name },
  { header: '性别', width: 6, value: (row) => (row.sex === null ? '' : sexLabels[row.sex]) },
  { header: '出生年月', width: 10, value: (row) => row.birthMonth ?? '' },
  {
    header: '政治面貌',
    width: 12,
    value: (row) => (row.politicalStatus === null ? '' : politicalStatusLabels[row.politicalStatus]),
  },
  { header: '职务', width: 12, value: (row) => row.roleTitle ?? memberRoleLabels[row.role] },
  { header: '证件号码', width: 22, value: (row) => row.maskedIdentityNumber ?? '' },
  { header: '电话', width: 16, value: (row) => row.maskedPhone ?? '' },
  { header: '加入日期', width: 12, value: (row) => row.joinedOn ?? '' },
  { header: '离开', width: 20, value: leavingOf },
  { header: '还参加的组织', width: 28, value: (row) => row.otherOrganizations.join('、') },
  { header: '备注', width: 20, value: (row) => row.remark ?? '' },
];

/** The roster as shown, as a workbook; numbers stay masked. @throws CodedError NOT_FOUND */
export const exportRoster = async (archive: OpenArchive, input: RosterOn): Promise<File> => {
  const rows = await readRoster(archive, input);
  const name = await archive.store.read((reader) => getOrganization(reader, input.organizationId)?.name);
  if (name === undefined) throw new CodedError('NOT_FOUND', { what: 'organization' });
  const today = archive.ports.clock.today();
  return listFile(`${name}花名册-${input.asOf ?? today}`, {
    sheetName: '花名册',
    title: `${name}成员花名册`,
    note: `截至：${input.asOf ?? today}　导出日期：${today}　共 ${rows.length} 人　证件号码和电话已遮盖`,
    columns,
    rows,
  });
};

/** How the roster of a day is made up; who is on it is who `readRoster` lists. */
export const readStructure = (
  { store, ports }: OpenArchive,
  { organizationId, asOf }: { readonly organizationId: OrganizationId; readonly asOf: IsoDate | null },
): Promise<RosterStructure> =>
  store.read((reader) => {
    const members = listRoster(reader, organizationId, asOf === null ? 'current' : { day: asOf });
    const counted = members.map(({ birthDate, sex: sexCode, politicalStatus: status }) => ({
      birthDate,
      sex: sex.nullable().parse(sexCode),
      politicalStatus: politicalStatus.nullable().parse(status),
    }));
    return structureOf(counted, asOf ?? ports.clock.today());
  });

/** All stays of a person in an organization, oldest first. */
export const readStays = (
  { store }: OpenArchive,
  { organizationId, personId }: { readonly organizationId: OrganizationId; readonly personId: PersonId },
): Promise<MembershipStay[]> => store.read((reader) => [...listStays(reader, organizationId, personId)]);

export interface PossiblePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly maskedIdentityNumber: string | null;
  readonly organizations: string[];
}

/** People who could be meant by a name or an identity number. */
export const findPossiblePeople = (
  { store, keys }: OpenArchive,
  input: { readonly name: string; readonly identityNumber: string | null },
): Promise<PossiblePerson[]> =>
  store.read((reader) => {
    const identity = readIdentityNumber(input.identityNumber ?? '');
    const same =
      identity.kind === 'value'
        ? findPersonByIdentityHash(reader, identityLookup(keys, identity.value.number).whole)
        : null;
    const people = same === null ? findPeopleByName(reader, input.name.trim(), 10) : [same];
    return people.map((person) => ({
      id: person.id,
      name: person.name,
      maskedIdentityNumber: maskIdentityNumber(person.identityNumber),
      organizations: organizationsOfPerson(reader, person.id).map(({ name }) => name),
    }));
  });
