import { isPlaceholder, narrow, withoutInvisible } from './plain-text.ts';
import { empty, refused, valueOf, type Reading } from './reading.ts';
import type { FindingCode } from './workbook-import.ts';

const mobile = /^1[3-9]\d{9}$/;
/** Area code 010, 02x or 0xxx, then 7 or 8 digits, the first never 0 or 1. */
const landline = /^(0(?:10|2\d|[3-9]\d{2}))([2-9]\d{6,7})$/;
const local = /^[2-9]\d{6,7}$/;
const service = /^[48]00\d{7}$/;

/** One number without separators in the form the archive keeps, or null. */
const canonical = (digits: string): string | null => {
  if (mobile.test(digits) || service.test(digits) || local.test(digits)) return digits;
  const parts = landline.exec(digits);
  return parts ? `${parts[1]}-${parts[2]}` : null;
};

const separators = /[\s\-—–‐‑().·•]+/g;
const countryCode = /^(?:\+|00)86/;

const readOne = (text: string): string | null => {
  const extension = /^(.*?)(?:转|#|x|ext\.?)\s*(\d{1,6})$/i.exec(text);
  const number = canonical((extension?.[1] ?? text).replaceAll(separators, '').replace(countryCode, ''));
  if (number === null) return null;
  return extension ? `${number}转${extension[2]}` : number;
};

/**
 * Reads a phone number as typed or as a cell holds it: spaces, dashes, full-width digits and +86 are put right
 * and named. Mobile numbers become 11 digits, landlines `0311-85550000`; two numbers in one cell are both kept.
 */
export const readPhone = (cell: string | number): Reading<string> => {
  if (typeof cell === 'number') {
    const number = Number.isInteger(cell) ? canonical(String(cell)) : null;
    return number === null ? refused('phone-unreadable') : valueOf(number);
  }
  const visible = withoutInvisible(cell).trim();
  if (visible === '' || isPlaceholder(visible)) return empty;
  const narrowed = narrow(visible).replace(/^'/, '');
  const numbers = narrowed.split(/[/,;、；，\n]+/).map((part) => readOne(part.trim()));
  if (numbers.includes(null)) return refused('phone-unreadable');
  const value = numbers.join('、');
  const changes: FindingCode[] = [];
  if (narrowed !== visible) changes.push('digits-narrowed');
  if (value !== narrowed) changes.push('phone-normalized');
  return valueOf(value, changes);
};
