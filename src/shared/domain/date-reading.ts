import type { PartialDate } from './dates.ts';
import { isPlaceholder, narrow, withoutInvisible, withoutSpaces } from './plain-text.ts';
import { empty, refused, valueOf, type Reading } from './reading.ts';

/** How a workbook counts days: from 1900 (Windows) or from 1904 (old Macintosh files). */
export type DateSystem = 1900 | 1904;

export interface DateReadingOptions {
  readonly dateSystem: DateSystem;
  /** The cell is formatted as a date, so that a person sees one; else a bare number was read as one and is named. */
  readonly dateFormatted: boolean;
}

const millisecondsPerDay = 86_400_000;
const earliestYear = 1850;
const latestYear = 2199;

/** True for a day that the calendar has. */
export const isCalendarDay = (isoDate: string): boolean => {
  const day = new Date(`${isoDate}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(isoDate);
};

/**
 * Day of an Excel serial number. In the 1900 system serial 60 is 29 February 1900, a day that never was;
 * serials before it are one day off for the same reason. Time of day is dropped. ECMA-376-1, 18.17.4.1.
 * @returns null for a number that is no day between 1900 and 2199
 */
export const dateOfSerial = (serial: number, dateSystem: DateSystem): PartialDate | null => {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 0 || (dateSystem === 1900 && (day === 0 || day === 60))) return null;
  const epoch = dateSystem === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * millisecondsPerDay);
  return date.getUTCFullYear() > latestYear || Number.isNaN(date.getTime())
    ? null
    : date.toISOString().slice(0, 10);
};

const pad = (digits: string): string => digits.padStart(2, '0');

const assembled = (year: string, month: string | undefined, day: string | undefined): PartialDate | null => {
  if (Number(year) < earliestYear || Number(year) > latestYear) return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${year}-${pad(month)}`;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return isCalendarDay(date) ? date : null;
};

/** Year first, always: 2018-06-22 2018/6/22 2018.6.22 2018年6月22日 20180622, each also to the month or the year. */
const dateShapes: readonly RegExp[] = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})年?$/,
];

const chineseDigits = '〇一二三四五六七八九';

/** 二〇一八年六月二十二日 in digits; other text unchanged. */
const chineseNumeralsAsDigits = (text: string): string => {
  const spelled =
    /^([〇零○Ｏ一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?)?$/.exec(
      text,
    );
  if (!spelled) return text;
  const year = Array.from(spelled[1] ?? '', (c) => Math.max(0, chineseDigits.indexOf(c))).join('');
  const upTo31 = (word: string): number => {
    const [tens, units] = word.includes('十') ? word.split('十') : ['', word];
    const ten = word.includes('十') ? (tens === '' ? 1 : chineseDigits.indexOf(tens ?? '')) : 0;
    return ten * 10 + (units === '' ? 0 : chineseDigits.indexOf(units ?? ''));
  };
  const month = spelled[2] === undefined ? '' : `${upTo31(spelled[2])}月`;
  const day = spelled[3] === undefined ? '' : `${upTo31(spelled[3])}日`;
  return `${year}年${month}${day}`;
};

const readText = (cell: string, dateSystem: DateSystem): Reading<PartialDate> => {
  const visible = withoutInvisible(cell).trim();
  if (visible === '' || isPlaceholder(visible)) return empty;
  const text = chineseNumeralsAsDigits(
    withoutSpaces(narrow(visible.replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, ''))),
  ).replaceAll('。', '.');
  for (const shape of dateShapes) {
    const parts = shape.exec(text);
    if (!parts) continue;
    const date = assembled(parts[1] ?? '', parts[2], parts[3]);
    if (date === null) return refused('date-impossible');
    return valueOf(date, date === cell ? [] : ['date-normalized']);
  }
  // A day number that was pasted as text: five digits, 1927 to 2119.
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  const date = serial >= 10_000 && serial < 80_500 ? dateOfSerial(serial, dateSystem) : null;
  return date === null ? refused('date-unreadable') : valueOf(date, ['date-normalized']);
};

const readNumber = (cell: number, options: DateReadingOptions): Reading<PartialDate> => {
  const written = String(cell);
  if (!options.dateFormatted) {
    // 20180622 and 201806 typed as numbers; 2018 is a year, since as a day number it would lie in 1905.
    if (/^(?:1[89]|20|21)\d{2}(?:\d{2}|\d{4})?$/.test(written)) return readText(written, options.dateSystem);
    // 2018.1 may mean January or October.
    if (!Number.isInteger(cell) && cell < 2200) return refused('date-unreadable');
  }
  const date = dateOfSerial(cell, options.dateSystem);
  if (date === null) return refused('date-impossible');
  return valueOf(date, options.dateFormatted ? [] : ['date-normalized']);
};

/**
 * Reads a day as people write it or as a cell holds it, to the precision it has. A text that is not already
 * `YYYY-MM-DD` and a number that does not show as a date name the change. Two-digit years, and days with the
 * year last, are refused: they can be read two ways.
 */
export const readDate = (
  cell: string | number | Date,
  options: DateReadingOptions = { dateSystem: 1900, dateFormatted: false },
): Reading<PartialDate> => {
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime())
      ? refused('date-impossible')
      : valueOf(cell.toISOString().slice(0, 10));
  }
  return typeof cell === 'number' ? readNumber(cell, options) : readText(cell, options.dateSystem);
};
