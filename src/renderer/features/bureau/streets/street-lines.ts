import { streetInput, type StreetInput } from '../../../../shared/domain/bureau.ts';

export interface StreetLine {
  readonly line: number;
  readonly text: string;
  /** Why it is none. */
  readonly why: 'code' | 'name' | 'twice' | 'other-district';
}

export interface StreetLines {
  readonly streets: readonly StreetInput[];
  readonly refused: readonly StreetLine[];
}

const telephone = /^\+?[\d-]{7,20}$/;

const cellsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[\t,，;；]|\s{2,}/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/** A code of nine digits, or one that a table filled up with zeros to twelve. */
const codeIn = (cells: readonly string[]): string | undefined =>
  cells
    .map((cell) => (/^\d{9}000$/.test(cell) ? cell.slice(0, 9) : cell))
    .find((cell) => /^\d{9}$/.test(cell));

const isName = (cell: string): boolean => /\p{Script=Han}/u.test(cell);

/** Headings of a table that was copied with its first row. */
const isHeading = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(区划)?代码$|^(街镇|街道|名称)/.test(cell) && !/\d/.test(cells.join('')));

/**
 * Streets from a block pasted out of Excel or WPS: one a line with code, name and, where there are, contact and
 * telephone; the name is the first cell in Chinese, the contact the second.
 */
export const streetsFromText = (text: string, districtCode: string): StreetLines => {
  const streets: StreetInput[] = [];
  const refused: StreetLine[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const cells = cellsOf(line);
    if (cells.length === 0 || isHeading(cells)) return;
    const refuse = (why: StreetLine['why']): void =>
      void refused.push({ line: index + 1, text: line.trim(), why });
    const code = codeIn(cells);
    const [name, contactName = null] = cells.filter(isName);
    if (code === undefined) return refuse('code');
    if (name === undefined) return refuse('name');
    if (!code.startsWith(districtCode)) return refuse('other-district');
    if (streets.some((street) => street.code === code)) return refuse('twice');
    const contactPhone =
      cells.find((cell) => cell !== code && telephone.test(cell) && !/^\d{9}(000)?$/.test(cell)) ?? null;
    const parsed = streetInput.safeParse({ code, name, contactName, contactPhone });
    if (parsed.success) streets.push(parsed.data);
    else refuse('name');
  });
  return { streets, refused };
};

const whyWords: Readonly<Record<StreetLine['why'], string>> = {
  code: '没有 9 位代码',
  name: '没有名称，或写得太长',
  twice: '代码重复',
  'other-district': '不是本区的代码',
};

export const refusedWords = (refused: readonly StreetLine[]): string =>
  `有 ${refused.length} 行没读懂：${refused.map(({ line, why }) => `第 ${line} 行${whyWords[why]}`).join('；')}。`;
