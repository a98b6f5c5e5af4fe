import { readDate } from '../../../../shared/domain/date-reading.ts';
import { readIdentityNumber } from '../../../../shared/domain/identity-number.ts';
import { readPhone } from '../../../../shared/domain/phone-number.ts';
import type { Reading } from '../../../../shared/domain/reading.ts';
import { readPoliticalStatus, readRole, readSex } from '../../../../shared/domain/word-reading.ts';
import { draftOf, type MemberDraft } from './member-form.ts';

type Column = 'name' | 'sex' | 'identity' | 'birth' | 'politics' | 'role' | 'phone' | 'joined' | 'ignored';

/** A pasted line: a member, or what is wrong with it. */
export interface PastedMember {
  /** 1-based, as pasted. */
  readonly line: number;
  readonly draft: MemberDraft;
  readonly problems: readonly string[];
}

/** Words in a header, first match wins; the order keeps 加入日期 from passing for a birth date. */
const headers: readonly (readonly [RegExp, Column])[] = [
  [/姓名|名字/, 'name'],
  [/性别/, 'sex'],
  [/身份证|证件/, 'identity'],
  [/加入|入会|入队/, 'joined'],
  [/出生|生日/, 'birth'],
  [/政治|面貌/, 'politics'],
  [/职务|角色/, 'role'],
  [/电话|手机|联系/, 'phone'],
];

const columnOfHeader = (cell: string): Column => headers.find(([word]) => word.test(cell))?.[1] ?? 'ignored';

const taken = (reading: Reading<unknown>): boolean => reading.kind === 'value';

/** What a cell is by its own look, for blocks that were copied without their header. */
const columnOfValue = (cell: string): Column => {
  if (taken(readSex(cell))) return 'sex';
  if (taken(readPoliticalStatus(cell))) return 'politics';
  if (/^[\dXx]{15,18}$/.test(cell)) return 'identity';
  if (taken(readPhone(cell))) return 'phone';
  if (taken(readDate(cell))) return 'joined';
  return /^\d*$/.test(cell) ? 'ignored' : 'role';
};

/** Without a header the first words are the name; everything else goes by its look, each kind once. */
const columnsOfLine = (cells: readonly string[]): readonly Column[] => {
  const columns: Column[] = [];
  for (const cell of cells) {
    const guess = columnOfValue(cell);
    const column = guess === 'role' && !columns.includes('name') ? 'name' : guess;
    columns.push(columns.includes(column) ? 'ignored' : column);
  }
  return columns;
};

const cellsOf = (line: string): readonly string[] =>
  line.split('\t').map((cell) => cell.normalize('NFKC').trim());

const valueOr = <T>(reading: Reading<T>, problem: string, problems: string[]): T | null => {
  if (reading.kind === 'refused') problems.push(problem);
  return reading.kind === 'value' ? reading.value : null;
};

const memberOf = (columns: readonly Column[], cells: readonly string[], line: number): PastedMember => {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const problems: string[] = [];
  const { person, membership, guardian } = draftOf(null);
  const identity = valueOr(readIdentityNumber(cell('identity')), '证件号码不对', problems);
  const role = valueOr(readRole(cell('role')), '职务太长', problems);
  const name = cell('name');
  if (name === '') problems.push('没有姓名');
  return {
    line,
    problems,
    draft: {
      guardian,
      person: {
        ...person,
        name,
        identityKind: identity?.kind ?? person.identityKind,
        identityNumber: identity?.number ?? null,
        sex: identity?.sex ?? valueOr(readSex(cell('sex')), '性别不认识', problems),
        birthDate: identity?.birthDate ?? valueOr(readDate(cell('birth')), '出生日期不对', problems),
        politicalStatus: valueOr(readPoliticalStatus(cell('politics')), '政治面貌不认识', problems),
        phone: valueOr(readPhone(cell('phone')), '电话不对', problems),
      },
      membership: {
        ...membership,
        role: role?.role ?? membership.role,
        roleTitle: role?.title ?? null,
        joinedOn: valueOr(readDate(cell('joined')), '加入日期不对', problems),
      },
    },
  };
};

/**
 * Members from a block copied out of Excel or WPS: cells apart by tabs, one member a line, with or without a
 * header. Values are read as an import reads them; a line with a problem names it and is not to be saved.
 */
export const membersFromBlock = (block: string): readonly PastedMember[] => {
  const lines = block
    .split(/\r?\n/)
    .map((text, index) => ({ cells: cellsOf(text), line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = lines;
  const header = first?.cells.map(columnOfHeader) ?? [];
  const hasHeader = header.includes('name');
  return lines
    .slice(hasHeader ? 1 : 0)
    .map(({ cells, line }) => memberOf(hasHeader ? header : columnsOfLine(cells), cells, line));
};
