import { z } from 'zod';
import { isCalendarDay } from './date-reading.ts';
import { identityCheckCharacter } from './identity-number.ts';
import { maskIdentityNumber, maskPhone } from './masking.ts';
import { narrow, withoutInvisible } from './plain-text.ts';

/** What must not stand in a public text without a reason (PIPL Art. 5, 28; DOMAIN 5.6). */
export const personalDataKind = z.enum([
  'identity-number',
  'mobile-phone',
  'landline-phone',
  'bank-card',
  'home-address',
  'email',
]);
export type PersonalDataKind = z.infer<typeof personalDataKind>;

/** A piece of personal data; nothing of it is shown but what masking leaves. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind;
  /** The finding, masked, with a few characters around it. */
  readonly excerpt: string;
}

interface Match {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly masked: string;
}

interface Detector {
  readonly kind: PersonalDataKind;
  /** Global, every repetition bounded: a hostile text must not cost more than its length. */
  readonly pattern: RegExp;
  /** What is shown of a real one; null where the pattern matched something else. */
  readonly masked: (found: RegExpExecArray, text: string) => string | null;
}

const digitsOf = (text: string): string => text.replaceAll(/[^\dXx]/g, '').toUpperCase();

const isBirthDay = (day: string): boolean => isCalendarDay(day) && day >= '1880-01-01' && day < '2100-01-01';

const isIdentity18 = (number: string): boolean =>
  isBirthDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`) &&
  identityCheckCharacter(number.slice(0, 17)) === number[17];

/** Codes of provinces, the only thing besides a birth date that a number without check digit can be held against. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const isIdentity15 = (number: string): boolean =>
  province.test(number) &&
  isBirthDay(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`);

const creditCodeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditCodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** 统一社会信用代码, GB 32100-2015: public by law, though some of them are made of digits alone. */
const isCreditCode = (code: string): boolean => {
  if (!/^[159][1-9]\d{6}/.test(code) || code.length !== 18) return false;
  const sum = creditCodeWeights.reduce(
    (total, weight, index) => total + weight * creditCodeCharacters.indexOf(code.charAt(index)),
    0,
  );
  return creditCodeCharacters.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
};

const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

const isBankCard = (digits: string): boolean =>
  /^[3-6]/.test(digits) && !/^(\d)\1+$/.test(digits) && passesLuhn(digits) && !isCreditCode(digits);

/** Followed by a unit it is an amount or a count, not a number to call or to pay to. */
const isAmount = (text: string, { index, 0: found }: RegExpExecArray): boolean =>
  /^(?:\.\d|\s?(?:元|万|亿|人次|平方|%|％))/.test(
    text.slice(index + found.length, index + found.length + 4),
  ) || /[¥￥$]\s?$/.test(text.slice(Math.max(0, index - 2), index));

/** Places that are public: an address in one of them is no home. */
const publicPlace =
  /(?:中心|服务站|活动室|办公楼|办公室|居委会|村委会|街道办|党群|广场|学校|医院|图书馆|文化馆|大厦|商场|市场|公园)$/;

const maskAddress = (address: string): string => {
  const head = address.slice(0, 2);
  return `${head}${'*'.repeat(Math.min(8, Math.max(2, address.length - 2)))}`;
};

const number = String.raw`(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,4}|[A-Za-z])`;
const building = String.raw`${number}\s?(?:号楼|号院|[栋幢座]|#楼?)`;
const unit = String.raw`${number}\s?(?:单元|门)`;
const room = String.raw`${number}\s?(?:室|户|号)`;

const detectors: readonly Detector[] = [
  {
    kind: 'email',
    pattern: /[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g,
    masked: ([email]) => `${email.slice(0, 1)}***${email.slice(email.indexOf('@'))}`,
  },
  {
    kind: 'identity-number',
    // Groups of 6, 8 and 4 are how people write it down.
    pattern: /(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
    masked: ([found]) => (isIdentity18(digitsOf(found)) ? maskIdentityNumber(digitsOf(found)) : null),
  },
  {
    kind: 'identity-number',
    pattern: /(?<![\dA-Za-z.])\d{15}(?![\dA-Za-z])/g,
    masked: (found, text) =>
      isIdentity15(found[0]) && !isAmount(text, found) ? maskIdentityNumber(found[0]) : null,
  },
  {
    kind: 'bank-card',
    pattern: /(?<![\dA-Za-z.])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{4}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/g,
    masked: (found, text) => {
      const digits = digitsOf(found[0]);
      return isBankCard(digits) && !isAmount(text, found)
        ? `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`
        : null;
    },
  },
  {
    kind: 'mobile-phone',
    pattern: /(?<![\dA-Za-z.])(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\dA-Za-z])/g,
    masked: (found, text) => (isAmount(text, found) ? null : maskPhone(digitsOf(found[0]).slice(-11))),
  },
  {
    kind: 'landline-phone',
    pattern: /(?<![\d.-])\(?0(?:10|2\d|[3-9]\d{2})(?:\)|\)?[ -—])[2-9]\d{6,7}(?:-\d{1,5})?(?!\d)/g,
    masked: ([found]) => maskPhone(digitsOf(found)),
  },
  {
    kind: 'landline-phone',
    pattern: /(?:电话|座机|联系方式|热线|传真)\s?[:：]?\s?(?:0\d{2,3})?([2-9]\d{6,7})(?![\d年])/g,
    masked: ([, digits = '']) => maskPhone(digits),
  },
  {
    kind: 'home-address',
    pattern: new RegExp(
      `${building}\\s?(?:${unit}\\s?)?(?:${number}\\s?[层楼]\\s?)?(?:${room}|\\d{3,4})|${building}\\s?${unit}|${unit}\\s?(?:${room}|\\d{3,4})`,
      'g',
    ),
    masked: (found, text) =>
      publicPlace.test(text.slice(Math.max(0, found.index - 8), found.index)) ? null : maskAddress(found[0]),
  },
  {
    kind: 'home-address',
    pattern: /(?:家庭住址|家庭地址|现住址|住址|家住|居住地址|户籍地址)\s?[:：]?\s?([^\s,，。；;、]{4,40})/g,
    masked: ([found, address = '']) =>
      /[\d一二三四五六七八九十]/.test(address)
        ? `${found.slice(0, found.length - address.length)}${maskAddress(address)}`
        : null,
  },
];

const matchesOf = (text: string, { kind, pattern, masked }: Detector): readonly Match[] =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const shown = masked(found, text);
    return shown === null
      ? []
      : [{ kind, start: found.index, end: found.index + found[0].length, masked: shown }];
  });

/** What begins first stands; of two at one place the one that an earlier detector proved. */
const withoutOverlaps = (matches: readonly Match[]): readonly Match[] => {
  const kept: Match[] = [];
  for (const match of matches.toSorted((one, other) => one.start - other.start)) {
    if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  }
  return kept;
};

/** What numbers and addresses are typed in; Chinese punctuation stays as it is. */
const fullWidth = /[０-９Ａ-Ｚａ-ｚ－．（）＠＋]/g;

/** Character for character: what is found in the narrow text stands at the same place of the typed one. */
const narrowed = (visible: string): string => visible.replaceAll(fullWidth, narrow);

/** Numbers that belong to a person, for texts that people inside the office look through. */
const numberDetectors = detectors.filter(({ kind }) => kind !== 'home-address' && kind !== 'email');

/** The text with identity numbers, phones and bank cards masked; unchanged, to the letter, where it has none. */
export const withMaskedNumbers = (original: string): string => {
  const text = withoutInvisible(original);
  const narrowText = narrowed(text);
  const matches = withoutOverlaps(numberDetectors.flatMap((detector) => matchesOf(narrowText, detector)));
  const shown = matches.map(
    ({ start, masked }, index) => text.slice(matches[index - 1]?.end ?? 0, start) + masked,
  );
  return matches.length === 0 ? original : shown.join('') + text.slice(matches.at(-1)?.end);
};

const around = 8;

/**
 * Personal data in a text: resident identity numbers (18 with a right check character, 15 by province and birth date),
 * phones, bank cards (Luhn), home addresses and e-mail. Each comes masked, and so does everything around it.
 */
export const findPersonalData = (original: string): readonly PersonalDataFinding[] => {
  const text = narrowed(withoutInvisible(original));
  const matches = withoutOverlaps(detectors.flatMap((detector) => matchesOf(text, detector)));
  return matches.map(({ kind, start, end, masked }, index) => {
    const from = Math.max(start - around, matches[index - 1]?.end ?? 0);
    const to = Math.min(end + around, matches[index + 1]?.start ?? text.length);
    return {
      kind,
      excerpt: `${text.slice(from, start)}${masked}${text.slice(end, to)}`.replaceAll(/\s+/g, ' ').trim(),
    };
  });
};
