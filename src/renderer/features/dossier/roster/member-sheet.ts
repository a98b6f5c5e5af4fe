import { readDate } from '../../../../shared/domain/date-reading.ts';
import { readIdentityNumber } from '../../../../shared/domain/identity-number.ts';
import { readPhone } from '../../../../shared/domain/phone-number.ts';
import type { Reading } from '../../../../shared/domain/reading.ts';
import { readPoliticalStatus, readRole, readSex } from '../../../../shared/domain/word-reading.ts';
import { findingLabels } from '../../../../shared/labels/workbook-import.ts';
import type { SheetRows } from '../../../components/sheet/sheet-state.ts';
import { draftOf, type MemberDraft } from './member-form.ts';

/** Columns of the sheet, in the order of a paper roster. */
export const memberColumns = [
  { key: 'name', title: '姓名', width: 104 },
  { key: 'sex', title: '性别', width: 56 },
  { key: 'identity', title: '证件号码', width: 184 },
  { key: 'birth', title: '出生日期', width: 112 },
  { key: 'politics', title: '政治面貌', width: 108 },
  { key: 'role', title: '职务', width: 96 },
  { key: 'phone', title: '电话', width: 128 },
  { key: 'joined', title: '加入日期', width: 112 },
  { key: 'remark', title: '备注', width: 150 },
] as const;
export type MemberColumn = (typeof memberColumns)[number]['key'];

const placeOf = (key: MemberColumn): number => memberColumns.findIndex((column) => column.key === key);

/** Words in a header, first match wins; the order keeps 加入日期 from passing for a birth date. */
const headers: readonly (readonly [RegExp, MemberColumn])[] = [
  [/姓名|名字/, 'name'],
  [/性别/, 'sex'],
  [/身份证|证件/, 'identity'],
  [/加入|入会|入队/, 'joined'],
  [/出生|生日/, 'birth'],
  [/政治|面貌/, 'politics'],
  [/职务|角色/, 'role'],
  [/电话|手机|联系/, 'phone'],
  [/备注|说明/, 'remark'],
];

const columnOfHeader = (cell: string): MemberColumn | null =>
  headers.find(([word]) => word.test(cell))?.[1] ?? null;

const taken = (reading: Reading<unknown>): boolean => reading.kind === 'value';

/** What a cell is by its own look, for blocks that were copied without their header; null is a running number. */
const columnOfValue = (cell: string): MemberColumn | null => {
  if (taken(readSex(cell))) return 'sex';
  if (taken(readPoliticalStatus(cell))) return 'politics';
  if (/^[\dXx]{15,18}$/.test(cell) || /^\d\.?\d*E\+1[67]$/i.test(cell)) return 'identity';
  if (taken(readPhone(cell))) return 'phone';
  if (taken(readDate(cell))) return 'joined';
  return /^\d*$/.test(cell) ? null : 'role';
};

/** Without a header the first words are the name; everything else goes by its look, each kind once. */
const columnsOfLine = (cells: readonly string[]): readonly (MemberColumn | null)[] => {
  const columns: (MemberColumn | null)[] = [];
  for (const cell of cells) {
    const guess = columnOfValue(cell);
    const column = guess === 'role' && !columns.includes('name') ? 'name' : guess;
    columns.push(columns.includes(column) ? null : column);
  }
  return columns;
};

const placed = (columns: readonly (MemberColumn | null)[], cells: readonly string[]): readonly string[] =>
  memberColumns.map(({ key }) => cells[columns.indexOf(key)] ?? '');

/** A block in this sheet's order: by its header where it has one, a whole roster by the look of its cells. */
export const arrangeMembers = (block: SheetRows): SheetRows => {
  const [first, ...rest] = block;
  if (first === undefined) return block;
  const header = first.map(columnOfHeader);
  if (header.includes('name')) return rest.map((cells) => placed(header, cells));
  const wide = first.length >= 4 && first.length !== memberColumns.length;
  return wide ? block.map((cells) => placed(columnsOfLine(cells), cells)) : block;
};

/** A row as it is read: a member, and what is wrong by column. */
export interface SheetMember {
  readonly draft: MemberDraft;
  readonly problems: ReadonlyMap<number, string>;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

/** Reads a row as an import reads it; problems say what to do. */
export const memberOfRow = (cells: readonly string[]): SheetMember => {
  const problems = new Map<number, string>();
  const cell = (key: MemberColumn): string => (cells[placeOf(key)] ?? '').normalize('NFC').trim();
  const read = <T>(key: MemberColumn, reader: (text: string) => Reading<T>): T | null => {
    const reading = reader(cell(key));
    if (reading.kind === 'refused') {
      const { happened, advice } = findingLabels[reading.code];
      problems.set(placeOf(key), `${happened}${advice}`);
    }
    return reading.kind === 'value' ? reading.value : null;
  };
  const blank = draftOf(null);
  const identity = read('identity', readIdentityNumber);
  const role = read('role', readRole);
  const name = cell('name').normalize('NFC');
  if (name === '') problems.set(placeOf('name'), '没有姓名。请补上。');
  const sex = read('sex', readSex);
  const birthDate = read('birth', readDate);
  return {
    problems,
    draft: {
      ...blank,
      person: {
        ...blank.person,
        name,
        identityKind: identity?.kind ?? blank.person.identityKind,
        identityNumber: identity?.number ?? null,
        sex: identity?.sex ?? sex,
        birthDate: identity?.birthDate ?? birthDate,
        politicalStatus: read('politics', readPoliticalStatus),
        phone: read('phone', readPhone),
      },
      membership: {
        ...blank.membership,
        role: role?.role ?? blank.membership.role,
        roleTitle: role?.title ?? null,
        joinedOn: read('joined', readDate),
        remark: cell('remark') === '' ? null : cell('remark').slice(0, 200),
      },
    },
  };
};

/** Where a refusal of the core is shown. */
const fieldPlaces: Readonly<Record<string, MemberColumn>> = {
  identityNumber: 'identity',
  'identity-number': 'identity',
  phone: 'phone',
  joinedOn: 'joined',
  member: 'name',
};

export const placeOfField = (field: string | null): number => placeOf(fieldPlaces[field ?? ''] ?? 'name');
