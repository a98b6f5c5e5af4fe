const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A whole number from 0 to 99 in Chinese numerals: 3 is 三, 12 is 十二, 40 is 四十. */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 99) throw new RangeError(`no numeral for ${value}`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones]!;
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
};

/** Copies of a paper as forms say it: 一式三份. */
export const copiesLabel = (copies: number): string => `一式${chineseNumeral(copies)}份`;
