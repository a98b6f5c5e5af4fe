import type { PeopleFilter } from '../../shared/contract/people.ts';
import { minorityOn } from '../../shared/domain/age.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import {
  consentKind,
  knownPersonTag,
  partyStage,
  personRow,
  postBody,
  type ConsentKind,
  type PersonRow,
} from '../../shared/domain/people.ts';
import { CodedError } from '../../shared/errors.ts';
import { consentKindLabels, personTagWord } from '../../shared/labels/people.ts';
import {
  memberRoleLabels,
  minorityLabels,
  politicalStatusLabels,
  sexLabels,
} from '../../shared/labels/person.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  countByBody,
  countByStage,
  countByTag,
  countLackingConsent,
  countPeople,
  listPeople,
  peopleCounts,
  type PeopleCursor,
  type PersonRecord,
} from '../db/repositories/people-list.ts';
import { listEndingTerms } from '../db/repositories/role-terms.ts';
import { listFile } from '../interchange/list-file.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getOffice } from './office.ts';
import { rulesOn } from './rules.ts';

const lacking = (record: PersonRecord, given: readonly string[], day: IsoDate): ConsentKind[] =>
  consentKind.options.filter((kind) => {
    if (given.includes(kind)) return false;
    if (kind === 'sensitive') return record.identityNumber !== null;
    return kind === 'guardian' ? minorityOn(record.birthDate, day) === 'under-14' : true;
  });

/** A person as a screen may show one: numbers masked. */
export const maskedPerson = (record: PersonRecord, day: IsoDate): PersonRow => {
  const { birthDate, identityNumber, phone, ...shown } = record;
  return personRow.parse({
    ...shown,
    birthMonth: birthDate?.slice(0, 7) ?? null,
    minority: minorityOn(birthDate, day),
    tags: JSON.parse(record.tags),
    organizations: JSON.parse(record.organizations),
    communities: JSON.parse(record.communities),
    maskedIdentityNumber: maskIdentityNumber(identityNumber),
    maskedPhone: maskPhone(phone),
    // An array of kinds, made by the query.
    lacksConsents: lacking(record, JSON.parse(record.consents) as string[], day),
  });
};

const cursorText = ({ pinyin, id }: PeopleCursor): string => `${id} ${pinyin}`;

const readCursor = (text: string): PeopleCursor => {
  const space = text.indexOf(' ');
  if (space < 1) throw new CodedError('INVALID_VALUE', { field: 'after', reason: 'cursor' });
  return { id: text.slice(0, space), pinyin: text.slice(space + 1) };
};

/** A page of people by the sound of their names. @throws CodedError INVALID_VALUE for a cursor that no page gave */
export const readPeople = (
  { store, ports }: OpenArchive,
  {
    filter,
    after,
    limit,
  }: { readonly filter: PeopleFilter; readonly after: string | null; readonly limit: number },
): Promise<{ readonly rows: PersonRow[]; readonly next: string | null }> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const found = listPeople(reader, filter, today, after === null ? null : readCursor(after), limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map((record) => maskedPerson(record, today)),
      next: found.length > limit && last !== undefined ? cursorText(last) : null,
    };
  });

export const countFound = ({ store, ports }: OpenArchive, filter: PeopleFilter): Promise<{ total: number }> =>
  store.read((reader) => ({ total: countPeople(reader, filter, ports.clock.today()) }));

const columns: readonly ListColumn<PersonRow>[] = [
  { header: '姓名', width: 12, value: (row) => row.name },
  { header: '性别', width: 6, value: (row) => (row.sex === null ? '' : sexLabels[row.sex]) },
  { header: '出生年月', width: 10, value: (row) => row.birthMonth ?? '' },
  {
    header: '未成年',
    width: 12,
    value: (row) => (row.minority === null ? '' : minorityLabels[row.minority]),
  },
  {
    header: '政治面貌',
    width: 12,
    value: (row) => (row.politicalStatus === null ? '' : politicalStatusLabels[row.politicalStatus]),
  },
  { header: '身份标签', width: 20, value: (row) => row.tags.map(personTagWord).join('、') },
  { header: '社区', width: 16, value: (row) => row.communities.join('、') },
  {
    header: '所在组织',
    width: 36,
    value: (row) =>
      row.organizations.map(({ name, role }) => `${name}（${memberRoleLabels[role]}）`).join('、'),
  },
  { header: '证件号码', width: 22, value: (row) => row.maskedIdentityNumber ?? '' },
  { header: '电话', width: 16, value: (row) => row.maskedPhone ?? '' },
  {
    header: '还缺的同意书',
    width: 28,
    value: (row) => row.lacksConsents.map((kind) => consentKindLabels[kind]).join('、'),
  },
];

/** More lines than anybody prints. */
const exportLimit = 20_000;

/** The list as shown, as a workbook; numbers stay masked. */
export const exportPeople = async (archive: OpenArchive, filter: PeopleFilter): Promise<File> => {
  const { profile } = await getOffice(archive);
  const today = archive.ports.clock.today();
  const records = await archive.store.read((reader) => listPeople(reader, filter, today, null, exportLimit));
  return listFile(`人员名单-${today}`, {
    sheetName: '人员',
    title: `${profile.streetName}社区社会组织人员名单`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${records.length} 人，每人一行　证件号码和电话已遮盖`,
    columns,
    rows: records.map((record) => maskedPerson(record, today)),
  });
};

const tagCounts = (reader: Reader, ownTags: readonly string[]): { tag: string; people: number }[] => {
  const counted = new Map(countByTag(reader).map(({ code, people }) => [code, people]));
  const tags = [...new Set([...knownPersonTag.options, ...ownTags, ...counted.keys()])];
  return tags.map((tag) => ({ tag, people: counted.get(tag) ?? 0 }));
};

/** Counted street-wide, persons once (policy Art. 1, 4, 8). */
export const readPeopleSummary = ({ store, ports }: OpenArchive) =>
  store.read((reader) => {
    const today = ports.clock.today();
    const { members } = rulesOn(reader, today).body;
    const stages = new Map(countByStage(reader).map(({ code, people }) => [code, people]));
    const bodies = new Map(countByBody(reader, today).map(({ code, people }) => [code, people]));
    return {
      ...peopleCounts(reader),
      tags: tagCounts(reader, members.ownTags),
      stages: partyStage.options.map((stage) => ({ stage, people: stages.get(stage) ?? 0 })),
      bodies: postBody.options.map((body) => ({ body, people: bodies.get(body) ?? 0 })),
      lacksConsents: consentKind.options.map((kind) => ({
        kind,
        people: countLackingConsent(reader, kind, today),
      })),
      endingTerms: listEndingTerms(reader, addDays(today, members.termReminderDays), today).length,
    };
  });
