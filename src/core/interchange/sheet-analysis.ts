import { createHash } from 'node:crypto';
import type { DateSystem } from '../../shared/domain/date-reading.ts';
import { groupNamedIn } from '../../shared/domain/trainee-words.ts';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import { narrow, withoutSpaces } from '../../shared/domain/plain-text.ts';
import type {
  ColumnGuess,
  ImportField,
  SheetAnalysis,
  SheetKind,
} from '../../shared/domain/workbook-import.ts';
import { fieldOfHeader, isRejectColumn, plainHeader, type RowSheetKind } from './header-words.ts';
import { rowsOfSheet } from './sheet-rows.ts';
import { cellText, columnLetter, type Sheet, type Workbook } from './workbook-cells.ts';

/** What an office chose for a header before, by the header's signature. */
export interface RememberedMapping {
  readonly kind: SheetKind;
  /** Field of each header cell that is not empty, from left to right. */
  readonly fields: readonly (ImportField | null)[];
}
export type Remembered = (signature: string) => RememberedMapping | null;

const rowsSearched = 25;
const mergesSearched = 2_000;
const columnsSearched = 512;
const samplesShown = 3;
const rowsSampled = 200;

interface Header {
  /** 0-based first row of the header. */
  readonly top: number;
  readonly height: 1 | 2;
  /** Header text by column; rows of a two-row header joined by a slash; empty where there is none. */
  readonly texts: readonly string[];
}

/** Texts of the upper rows with merged areas filled to all their cells, since a header group spans its columns. */
const upperTexts = (sheet: Sheet, dateSystem: DateSystem): string[][] => {
  const rows = sheet.rows
    .slice(0, rowsSearched + 1)
    .map((row) => Array.from(row, (cell) => cellText(cell, dateSystem).trim()));
  const upper = sheet.merges.filter(({ top }) => top <= rowsSearched).slice(0, mergesSearched);
  for (const { top, left, bottom, right } of upper) {
    const text = rows[top]?.[left] ?? '';
    if (text === '') continue;
    for (const row of rows.slice(top, bottom + 1)) {
      for (let column = left; column <= Math.min(right, columnsSearched); column++) row[column] = text;
    }
  }
  return rows;
};

const joined = (upper: string, lower: string): string =>
  lower === '' || upper === lower ? upper : upper === '' ? lower : `${upper}/${lower}`;

const headerAt = (rows: readonly string[][], top: number, height: 1 | 2): Header => {
  const upper = rows[top] ?? [];
  const lower = height === 2 ? (rows[top + 1] ?? []) : [];
  const width = Math.max(upper.length, lower.length);
  const texts = Array.from({ length: width }, (_, column) =>
    joined(upper[column] ?? '', lower[column] ?? '').replaceAll(/\s*\n\s*/g, ''),
  );
  return { top, height, texts };
};

const fieldsOf = (texts: readonly string[], kind: RowSheetKind): (ImportField | null)[] => {
  const taken = new Set<ImportField>();
  return texts.map((text) => {
    const field = text === '' ? null : fieldOfHeader(text, kind);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
};

const known = (header: Header, kind: RowSheetKind): number =>
  fieldsOf(header.texts, kind).filter((field) => field !== null).length;

const score = (header: Header): number =>
  Math.max(known(header, 'organizations'), known(header, 'roster'), known(header, 'trainees'));

/**
 * The row or two rows with the most header words among the upper rows; null where fewer than two are known. Two
 * rows make a header where together they say more than either alone (负责人 over 姓名、政治面貌、电话).
 */
const findHeader = (rows: readonly string[][]): Header | null => {
  let best: Header | null = null;
  for (let top = 0; top < Math.min(rows.length, rowsSearched); top++) {
    const one = headerAt(rows, top, 1);
    const two = headerAt(rows, top, 2);
    const alone = Math.max(score(one), score(headerAt(rows, top + 1, 1)));
    const header = score(two) > alone ? two : one;
    if (score(header) >= 2 && (best === null || score(header) > score(best))) best = header;
  }
  return best;
};

/** A header nobody knows: the first row with three texts, so that a person can still map it. */
const fallbackHeader = (rows: readonly string[][]): Header => {
  const top = rows.findIndex((row) => new Set(row.filter((text) => text !== '')).size >= 3);
  return headerAt(rows, Math.max(top, 0), 1);
};

/** A staff list says of its people what group they are in, by a column or by the name of its sheet. */
const isTrainees = (texts: readonly string[], sheetName: string): boolean => {
  const trainees = new Set(fieldsOf(texts, 'trainees'));
  return trainees.has('person-name') && (trainees.has('trainee-group') || groupNamedIn(sheetName) !== null);
};

const kindOf = (texts: readonly string[], sheetName: string): SheetKind => {
  const roster = new Set(fieldsOf(texts, 'roster'));
  const organizations = new Set(fieldsOf(texts, 'organizations'));
  const isRoster = roster.has('person-name');
  const isOrganizations = organizations.has('organization-name') && organizations.size > 3;
  // A roster that names its organizations is one, whatever it calls its people besides.
  if (!roster.has('organization-name') && isTrainees(texts, sheetName)) return 'trainees';
  if (isRoster && (!isOrganizations || roster.size >= organizations.size)) return 'roster';
  return isOrganizations ? 'organizations' : 'ignored';
};

const rosterTitle =
  /^(.{2,60}?)(?:成员|会员|队员|人员|志愿者)*(?:花名册|名册|名单|登记表|信息表|一览表|统计表)(?:[(（].*)?$/;
const nameWord = '(?:社区)?(?:社会)?(?:组织|团队|队伍|社团)(?:名称)?';
const nameLine = new RegExp(`(?:^|\\s)${nameWord}[:：]\\s*([^\\s:：]{2,60})`);
const nameLabel = new RegExp(`^${nameWord}[:：]?$`);
/** Titles that speak of organizations or members in general. */
const generalName =
  /^(?:(?:.*(?:街道|乡|镇|区|社区|村))?(?:社区)?(?:社会)?组织|(?:成员|会员|队员|人员|志愿者|社区|组织)+)$/;

/** The value beside a cell that says 组织名称. */
const labelledName = (row: readonly string[]): string | undefined => {
  const label = row.findIndex((text) => nameLabel.test(withoutSpaces(text ?? '')));
  return label < 0 ? undefined : row.slice(label + 1).find((text) => text && text !== row[label]);
};

/** Name of the one organization whose roster a sheet is: from a line 组织名称：…, or a title …成员花名册, or the tab. */
const organizationNameOf = (rows: readonly string[][], header: Header, sheetName: string): string | null => {
  const above = rows.slice(0, header.top);
  const lines = [...new Set(above.flat())].filter((text) => text !== '');
  for (const line of lines) {
    const named = nameLine.exec(line)?.[1];
    if (named !== undefined) return named;
  }
  for (const row of above) {
    const named = labelledName(row);
    if (named !== undefined) return withoutSpaces(named);
  }
  for (const line of [...lines, sheetName]) {
    const named = rosterTitle.exec(withoutSpaces(line))?.[1];
    if (named !== undefined && !generalName.test(named)) return named;
  }
  return /^(?:sheet|工作表)\d*$/i.test(sheetName) || /花名册|名册|名单/.test(sheetName)
    ? null
    : withoutSpaces(sheetName);
};

/** Headers that a mapping is remembered for: those with a text, without what the workbook of refused rows adds. */
const isSigned = (text: string): boolean => text !== '' && !isRejectColumn(text);

/** Key under which a mapping is remembered: the header texts from left to right. */
export const headerSignature = (texts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(texts.filter(isSigned).map((text) => text.split('/').map(plainHeader))))
    .digest('hex');

/** The fields of the signed headers, from left to right: what is remembered under their signature. */
export const signedFields = (
  texts: readonly string[],
  fieldOf: (column: number) => ImportField | null,
): (ImportField | null)[] => texts.flatMap((text, column) => (isSigned(text) ? [fieldOf(column)] : []));

/** Samples show a person what a column holds, never a whole identity number or phone. */
const masked = (text: string): string => {
  const plain = withoutSpaces(narrow(text));
  if (/\d{15,}/.test(plain)) return maskIdentityNumber(plain) ?? '';
  const phone = readPhone(plain);
  return phone.kind === 'value' && plain.length >= 10 ? (maskPhone(phone.value) ?? '') : text.slice(0, 60);
};

/** Header texts of the columns of a mapping, as the sheet holds them. */
export const headerTextsOf = (
  sheet: Sheet,
  dateSystem: DateSystem,
  headerRows: readonly number[],
): readonly string[] => {
  const [first] = headerRows;
  if (first === undefined) return [];
  return headerAt(upperTexts(sheet, dateSystem), first - 1, headerRows.length > 1 ? 2 : 1).texts;
};

const columnsOf = (
  header: Header,
  kind: SheetKind,
  remembered: RememberedMapping | null,
  samples: (column: number) => string[],
): ColumnGuess[] => {
  const guessed = kind === 'ignored' ? [] : fieldsOf(header.texts, kind);
  let place = 0;
  return header.texts.flatMap((text, index) => {
    if (text === '') return [];
    const kept = isSigned(text) ? remembered?.fields[place++] : undefined;
    const field = kept === undefined ? (guessed[index] ?? null) : kept;
    const origin = kept === undefined ? (field === null ? 'none' : 'synonym') : 'remembered';
    return [{ index, letter: columnLetter(index), header: text, samples: samples(index), field, origin }];
  });
};

/** Says what one sheet is: where its header stands, which records follow, what its columns seem to mean. */
const analyseSheet = (sheet: Sheet, dateSystem: DateSystem, recall: Remembered): SheetAnalysis => {
  const rows = upperTexts(sheet, dateSystem);
  const header = findHeader(rows) ?? fallbackHeader(rows);
  const remembered = recall(headerSignature(header.texts));
  const kind = sheet.hidden ? 'ignored' : (remembered?.kind ?? kindOf(header.texts, sheet.name));
  const firstDataRow = header.top + header.height + 1;
  const { data } = rowsOfSheet(sheet, firstDataRow, header.texts);
  const samples = (column: number): string[] => {
    const found = new Set<string>();
    for (const { own, filled } of data.slice(0, rowsSampled)) {
      const text = cellText(own[column] ?? filled.get(column), dateSystem).trim();
      if (text !== '') found.add(masked(text));
      if (found.size === samplesShown) break;
    }
    return [...found];
  };
  const columns = columnsOf(header, kind, remembered, samples);
  const needsName = kind === 'roster' && columns.every(({ field }) => field !== 'organization-name');
  return {
    name: sheet.name,
    kind,
    headerRows: header.height === 2 ? [header.top + 1, header.top + 2] : [header.top + 1],
    firstDataRow,
    dataRowCount: data.length,
    mergedRanges: sheet.merges.length,
    organizationName: needsName ? organizationNameOf(rows, header, sheet.name) : null,
    columns,
  };
};

export const analyseSheets = (workbook: Workbook, recall: Remembered): SheetAnalysis[] =>
  workbook.sheets.map((sheet) => analyseSheet(sheet, workbook.dateSystem, recall));
