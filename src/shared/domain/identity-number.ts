import type { IsoDate } from './dates.ts';
import type { IdentityDocumentKind, Sex } from './person.ts';
import { isCalendarDay } from './date-reading.ts';
import { isPlaceholder, narrow, withoutInvisible, withoutSpaces } from './plain-text.ts';
import { empty, refused, valueOf, type Reading } from './reading.ts';
import type { FindingCode } from './workbook-import.ts';

/** A proven identity number and what it tells. Birth date and sex are null for documents that do not carry them. */
export interface IdentityNumber {
  readonly kind: IdentityDocumentKind;
  /** 18 characters, the check character upper case; for other documents the number as printed. */
  readonly number: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Check character of the first 17 digits. GB 11643-1999, 4.2 (ISO 7064 MOD 11-2). */
export const identityCheckCharacter = (digits17: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0);
  return checkCharacters.charAt(sum % 11);
};

/** Residence permits of Hong Kong, Macao and Taiwan residents carry these in place of an area code. */
const residencePermitPrefix = /^8[123]0000/;

/** Documents that carry no check digit: passports and travel permits, one or two letters and 6 to 9 digits. */
const otherDocument = /^[A-Z]{1,2}\d{6,9}$/;

const birthDateOf = (number: string): IsoDate =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** 15-digit numbers were given until 1999 and mean the 20th century. */
const upgrade = (old: string): string => {
  const digits17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return digits17 + identityCheckCharacter(digits17);
};

const proven = (number: string, changes: readonly FindingCode[]): Reading<IdentityNumber> => {
  const birthDate = birthDateOf(number);
  if (!isCalendarDay(birthDate) || Number(birthDate.slice(0, 4)) < 1850) {
    return refused('identity-birth-impossible');
  }
  if (identityCheckCharacter(number.slice(0, 17)) !== number[17]) return refused('identity-check-digit');
  return valueOf(
    {
      kind: residencePermitPrefix.test(number) ? 'residence-permit' : 'resident-id',
      number,
      birthDate,
      sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
    },
    changes,
  );
};

/**
 * What Excel leaves of an 18-digit number that was typed into a number cell: it keeps 15 digits, so the text
 * ends in 000 or shows as 9.9E+17. The lost digits cannot be known again.
 */
const scientific = /^\d(?:\.\d+)?E\+?1[67]$/i;
const maximumExactDigits = 15;

const readDigits = (value: number): Reading<IdentityNumber> => {
  const digits = Number.isInteger(value) && value > 0 ? String(value) : '';
  if (digits.length > maximumExactDigits) return refused('identity-cut-by-excel');
  return digits.length === 15
    ? proven(upgrade(digits), ['identity-upgraded-15'])
    : refused('identity-malformed');
};

const looksCut = (digits18: string): boolean =>
  digits18.endsWith('000') && identityCheckCharacter(digits18.slice(0, 17)) !== digits18[17];

/**
 * Reads an identity number as typed or as a cell holds it: full-width digits, spaces, a lower-case x and old
 * 15-digit numbers are put right and named; a wrong check digit (GB 11643-1999), an impossible birth date and
 * what Excel has cut are refused.
 */
export const readIdentityNumber = (cell: string | number): Reading<IdentityNumber> => {
  if (typeof cell === 'number') return readDigits(cell);
  const visible = withoutInvisible(cell).trim();
  if (visible === '' || isPlaceholder(visible)) return empty;
  const narrowed = narrow(visible);
  const bare = withoutSpaces(narrowed).replace(/^'/, '');
  const number = bare.toUpperCase();
  const changes: FindingCode[] = [];
  if (narrowed !== visible) changes.push('digits-narrowed');
  if (bare !== narrowed) changes.push('spaces-removed');
  if (number !== bare) changes.push('identity-case');

  if (scientific.test(number)) return refused('identity-cut-by-excel');
  if (/^\d{15}$/.test(number)) return proven(upgrade(number), [...changes, 'identity-upgraded-15']);
  if (/^\d{17}[\dX]$/.test(number)) {
    return looksCut(number) ? refused('identity-cut-by-excel') : proven(number, changes);
  }
  if (otherDocument.test(number)) {
    return valueOf({ kind: 'other', number, birthDate: null, sex: null }, [
      ...changes,
      'identity-other-document',
    ]);
  }
  return refused('identity-malformed');
};

/** Full years between birth and a day; null where the birth date is known to less than a year's certainty. */
export const ageOn = (birthDate: string, today: IsoDate): number => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const birthday = birthDate.slice(5);
  return birthday !== '' && today.slice(5, 5 + birthday.length) < birthday ? years - 1 : years;
};
