import { addDays } from '../../shared/domain/calendar-days.ts';
import { roleTermId, type MembershipId, type RoleTermId } from '../../shared/domain/ids.ts';
import type { EndingTerm, PersonProfile, TermInput } from '../../shared/domain/people.ts';
import { CodedError } from '../../shared/errors.ts';
import { memberRoleLabels } from '../../shared/labels/person.ts';
import { getMembership } from '../db/repositories/memberships.ts';
import { deleteTerm, listEndingTerms, saveTerm } from '../db/repositories/role-terms.ts';
import type { Writer } from '../db/archive-store.ts';
import { listFile } from '../interchange/list-file.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { profileOf } from './people.ts';
import { rulesOn } from './rules.ts';

const changeTerms = (
  { store, ports }: OpenArchive,
  id: MembershipId,
  change: (writer: Writer) => void,
): Promise<PersonProfile> =>
  store.write((writer) => {
    const membership = getMembership(writer, id);
    if (membership === null) throw new CodedError('NOT_FOUND', { what: 'membership' });
    requireOpenDossier(writer, membership.organizationId);
    change(writer);
    return profileOf(writer, membership.personId, ports.clock.today());
  });

/** A term of a role, from its first day to the day it ends. @throws CodedError NOT_FOUND, DOSSIER_SEALED */
export const keepTerm = (
  archive: OpenArchive,
  input: {
    readonly membershipId: MembershipId;
    readonly termId: RoleTermId | null;
    readonly term: TermInput;
  },
): Promise<PersonProfile> =>
  changeTerms(archive, input.membershipId, (writer) => {
    const id = input.termId ?? roleTermId.parse(archive.ports.random.id());
    if (!saveTerm(writer, id, input.membershipId, input.term))
      throw new CodedError('NOT_FOUND', { what: 'term' });
  });

/** @throws CodedError NOT_FOUND, DOSSIER_SEALED */
export const removeTerm = (
  archive: OpenArchive,
  membershipId: MembershipId,
  termId: RoleTermId,
): Promise<PersonProfile> =>
  changeTerms(archive, membershipId, (writer) => deleteTerm(writer, termId, membershipId));

/** Terms that end within the rule pack's days or are over, soonest first. */
export const readEndingTerms = ({ store, ports }: OpenArchive): Promise<EndingTerm[]> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const days = rulesOn(reader, today).body.members.termReminderDays;
    return [...listEndingTerms(reader, addDays(today, days), today)];
  });

const columns: readonly ListColumn<EndingTerm>[] = [
  { header: '组织', width: 30, value: (row) => row.organizationName },
  { header: '姓名', width: 12, value: (row) => row.personName },
  { header: '职务', width: 14, value: (row) => row.roleTitle ?? memberRoleLabels[row.role] },
  { header: '任期届满', width: 12, value: (row) => row.endsOn },
  { header: '还剩天数', width: 10, value: (row) => row.daysLeft },
];

export const exportEndingTerms = async (archive: OpenArchive): Promise<File> => {
  const rows = await readEndingTerms(archive);
  const today = archive.ports.clock.today();
  return listFile(`任期到期名单-${today}`, {
    sheetName: '任期到期',
    title: '任期到期名单',
    note: `导出日期：${today}　共 ${rows.length} 人次`,
    columns,
    rows,
  });
};
