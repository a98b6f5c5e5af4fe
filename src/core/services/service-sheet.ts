import { readDate, type DateSystem } from '../../shared/domain/date-reading.ts';
import { narrow, withoutSpaces } from '../../shared/domain/plain-text.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import {
  registerSpec,
  type FieldSpec,
  type Payment,
  type ServiceLineInput,
  type ServiceRegister,
  type ServiceValue,
} from '../../shared/domain/service-register.ts';
import { CodedError } from '../../shared/errors.ts';
import { fieldLabel, registerWords, serviceCodeLabel } from '../../shared/labels/service-register.ts';
import type { Reader } from '../db/archive-store.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { linesTitled, organizationsCalled } from '../db/repositories/service-lines.ts';
import { findServicePeople } from '../db/repositories/service-people.ts';
import { rowsOfSheet, type DataRow } from '../interchange/sheet-rows.ts';
import { cellText, type Workbook } from '../interchange/workbook-cells.ts';
import type { Storing } from './service-lines.ts';

/** What a column of a filled template is read as: an entry of every line, or a field. */
type Entry =
  | { readonly is: 'day' | 'title' | 'organization' | 'community' | 'person' | 'phone' | 'people' }
  | { readonly is: 'field'; readonly field: string; readonly spec: FieldSpec };

interface TemplateColumn {
  readonly header: string;
  readonly entry: Entry;
  readonly required: boolean;
  /** What may be written there. */
  readonly hint: string;
}

const splitters = /[、，,；;\n]+/;
const wordsIn = (text: string): string[] =>
  text
    .split(splitters)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const hintOf = (spec: FieldSpec): string => {
  switch (spec.type) {
    case 'choice':
      return spec.codes.map(serviceCodeLabel).join(' / ');
    case 'tags':
      return `${spec.codes.map(serviceCodeLabel).join('、')}（可写几个）`;
    case 'date':
      return '2026-11-23';
    case 'time':
      return '09:30';
    case 'money':
      return '元，如 12000.00';
    case 'payments':
      return '2026-11-23 5000.00（首付）；…';
    case 'organizations':
      return '组织名称，几个用顿号隔开';
    case 'line':
      return '已登记的名称';
    case 'count':
      return '整数';
    case 'survey':
    case 'text':
      return '';
  }
};

/** Columns that a workbook may have, in the order of the template. Surveys are chosen on the screen only. */
export const templateColumns = (register: ServiceRegister): readonly TemplateColumn[] => {
  const words = registerWords(register);
  const spec = registerSpec(register);
  const own = (header: string, is: Exclude<Entry['is'], 'field'>, required: boolean, hint: string) => ({
    header,
    entry: { is },
    required,
    hint,
  });
  return [
    own(words.day, 'day', true, '2026-11-23'),
    own(words.title, 'title', true, ''),
    ...(spec.organization === 'none'
      ? []
      : [own(words.organization, 'organization', spec.organization === 'required', '档案里的名称或备案号')]),
    ...(spec.community === 'none'
      ? []
      : [own('社区（村）', 'community', spec.community === 'required', '档案里的社区名称')]),
    ...(spec.person === 'none' || register === 'volunteer' ? [] : [own(words.person, 'person', false, '')]),
    ...(register === 'volunteer' ? [own('电话', 'phone', false, '')] : []),
    ...(spec.people === 'none'
      ? []
      : [
          own(
            words.people,
            'people',
            false,
            spec.people === 'minutes' ? '姓名 分钟数；…' : '姓名，用顿号隔开',
          ),
        ]),
    ...Object.entries(spec.fields)
      .filter(([, field]) => field.type !== 'survey')
      .map(([field, fieldSpec]) => ({
        header: fieldLabel(register, field),
        entry: { is: 'field', field, spec: fieldSpec } as const,
        required: fieldSpec.required,
        hint: hintOf(fieldSpec),
      })),
  ];
};

const refuse = (register: ServiceRegister, field: string, flaw: string): never => {
  throw new CodedError('SERVICE_LINE_REFUSED', { register, field, flaw });
};

/** Fen of a number of yuan as it was written; null where it is none. */
export const fenOfText = (text: string): number | null => {
  const plain = withoutSpaces(narrow(text)).replaceAll(/[,，元]/g, '');
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(plain)) return null;
  const [yuan, cents = ''] = plain.split('.');
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
};

const paymentOf = (text: string, dateSystem: DateSystem): Payment | null => {
  const parts = /^(\S+)\s+([\d,.]+)\s*元?\s*(?:[（(](.*)[)）])?$/.exec(narrow(text.trim()));
  const on = dayOf(parts?.[1] ?? '', dateSystem);
  const fen = fenOfText(parts?.[2] ?? '');
  return on === null || fen === null || fen === 0 ? null : { on, fen, note: parts?.[3]?.trim() || null };
};

const dayOf = (text: string, dateSystem: DateSystem): string | null => {
  const reading = readDate(text, { dateSystem, dateFormatted: false });
  return reading.kind === 'value' && reading.value.length === 10 ? reading.value : null;
};

const codeOf = (codes: readonly string[], word: string): string | undefined =>
  codes.find((code) => serviceCodeLabel(code) === word);

interface Cells {
  readonly reader: Reader;
  readonly register: ServiceRegister;
  readonly dateSystem: DateSystem;
  readonly textOf: (header: string) => string;
}

const idsOf = ({ reader, register }: Cells, field: string, spec: FieldSpec, text: string): ServiceValue => {
  if (spec.type === 'organizations')
    return wordsIn(text).map((name) => {
      const [id, other] = organizationsCalled(reader, name);
      return id === undefined || other !== undefined ? refuse(register, field, 'not-found') : id;
    });
  const [id] = spec.type === 'line' ? linesTitled(reader, spec.register, text) : [];
  return id ?? refuse(register, field, 'not-found');
};

const valueIn = (cells: Cells, field: string, spec: FieldSpec, text: string): ServiceValue => {
  const { register, dateSystem } = cells;
  if (text === '') return null;
  switch (spec.type) {
    case 'text':
      return text;
    case 'time':
      return text;
    case 'date':
      return dayOf(text, dateSystem) ?? refuse(register, field, 'not-a-day');
    case 'count':
      return /^\d{1,9}$/.test(narrow(text)) ? Number(narrow(text)) : refuse(register, field, 'out-of-range');
    case 'money':
      return fenOfText(text) ?? refuse(register, field, 'out-of-range');
    case 'choice':
      return codeOf(spec.codes, text) ?? refuse(register, field, 'unknown');
    case 'tags':
      return wordsIn(text).map((word) => codeOf(spec.codes, word) ?? refuse(register, field, 'unknown'));
    case 'payments':
      return text
        .split(/[；;\n]+/)
        .filter((part) => part.trim() !== '')
        .map((part) => paymentOf(part, dateSystem) ?? refuse(register, field, 'unknown'));
    case 'organizations':
    case 'line':
    case 'survey':
      return idsOf(cells, field, spec, text);
  }
};

/** The one person of that name who is a member of the organization, a volunteer, or known at all. */
const personCalled = (
  { reader, register }: Cells,
  name: string,
  organizationId: ServiceLineInput['organizationId'],
) => {
  const found = findServicePeople(reader, name, organizationId).filter((each) => each.name === name);
  const [first] = found;
  if (first === undefined) return refuse(register, 'people', 'no-such-person');
  const near = found.filter(({ own, volunteer }) => own === first.own && volunteer === first.volunteer);
  return near.length === 1 ? first.personId : refuse(register, 'people', 'several-people');
};

const peopleIn = (cells: Cells, text: string, organizationId: ServiceLineInput['organizationId']) =>
  wordsIn(text).map((part) => {
    const [, name = '', minutes = '0'] = /^(.+?)(?:\s*(\d{1,5})\s*(?:分钟?)?)?$/.exec(narrow(part)) ?? [];
    return {
      personId: personCalled(cells, name.trim(), organizationId),
      minutes: Number(minutes),
      note: null,
    };
  });

const organizationIn = ({ reader, register }: Cells, text: string): ServiceLineInput['organizationId'] => {
  if (text === '') return null;
  const [id, other] = organizationsCalled(reader, text);
  if (id === undefined) return refuse(register, 'organizationId', 'not-found');
  return other === undefined ? id : refuse(register, 'organizationId', 'several');
};

const newVolunteer = (name: string, phone: string): PersonInput => ({
  name,
  sex: null,
  birthDate: null,
  politicalStatus: null,
  identityKind: null,
  identityNumber: null,
  phone: phone === '' ? null : phone,
});

const lineIn = (cells: Cells, headers: ReadonlyMap<Entry['is'], string>): Storing => {
  const { reader, register } = cells;
  const entry = (is: Entry['is']): string => cells.textOf(headers.get(is) ?? '');
  const organizationId = organizationIn(cells, entry('organization'));
  const place = entry('community');
  const community = listCommunities(reader).find(({ name }) => name === place);
  if (place !== '' && community === undefined) refuse(register, 'communityId', 'not-found');
  const person = entry('person');
  const title = entry('title') || refuse(register, 'title', 'missing');
  const content = Object.fromEntries(
    templateColumns(register).flatMap(({ header, entry: each }) =>
      each.is === 'field' ? [[each.field, valueIn(cells, each.field, each.spec, cells.textOf(header))]] : [],
    ),
  );
  return {
    id: null,
    newPerson: register === 'volunteer' ? newVolunteer(title, entry('phone')) : null,
    line: {
      register,
      organizationId,
      communityId: community?.id ?? null,
      personId: person === '' ? null : personCalled(cells, person, organizationId),
      occurredOn: dayOf(entry('day'), cells.dateSystem) ?? refuse(register, 'occurredOn', 'not-a-day'),
      title,
      content,
      people: peopleIn(cells, entry('people'), organizationId),
    },
  };
};

/** A row of a filled template; `line` throws what is wrong with it. */
export interface SheetLine {
  readonly row: number;
  readonly title: string;
  readonly line: (reader: Reader) => Storing;
}

const headerRow = 12;

/**
 * Rows of the first sheet that has the columns of the register.
 *
 * @throws CodedError SERVICE_SHEET_REFUSED with the columns that are missing
 */
export const linesOfSheet = (register: ServiceRegister, { sheets, dateSystem }: Workbook): SheetLine[] => {
  const columns = templateColumns(register);
  const needed = columns.filter(({ required }) => required).map(({ header }) => header);
  const plain = (row: number, sheet: Workbook['sheets'][number]): string[] =>
    Array.from(sheet.rows[row] ?? [], (cell) => withoutSpaces(cellText(cell, dateSystem)));
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    for (let row = 0; row < Math.min(headerRow, sheet.rows.length); row += 1) {
      const texts = plain(row, sheet);
      if (!needed.every((header) => texts.includes(header))) continue;
      const headers = new Map(columns.map(({ header, entry }) => [entry.is, header]));
      const at = (data: DataRow, header: string): string => {
        const column = texts.indexOf(header);
        return column < 0 ? '' : cellText(data.own[column], dateSystem).trim();
      };
      return rowsOfSheet(sheet, row + 2, texts).data.map((data) => ({
        row: data.row,
        title: at(data, registerWords(register).title),
        line: (reader) =>
          lineIn({ reader, register, dateSystem, textOf: (header) => at(data, header) }, headers),
      }));
    }
  }
  throw new CodedError('SERVICE_SHEET_REFUSED', { missing: needed });
};
