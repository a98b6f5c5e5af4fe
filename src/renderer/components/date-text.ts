import { readDate } from '../../shared/domain/date-reading.ts';

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The day that a clerk typed (`2026-11-23`, `2026.11.23`, `20261123`, `2026年11月23日`…), read as an import reads
 * it; with `partial`, also a year or a year and a month alone. Null when it is no date. Five bare digits, which
 * an import takes for a day number of Excel, are a date half typed here.
 */
export const dateFromText = (text: string, partial = false): string | null => {
  if (/^\d{5}$/.test(text.normalize('NFKC').trim())) return null;
  const reading = readDate(text);
  if (reading.kind !== 'value') return null;
  return partial || wholeDay.test(reading.value) ? reading.value : null;
};
