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

const capitals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** Below ten thousand; zeros inside are said once, those at its end not at all. */
const capitalGroup = (value: number): string => {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${capitals[digit]}${places[place]}`;
    zero = false;
  }
  return words;
};

const capitalWhole = (value: number): string => {
  let words = '';
  let gap = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(value / 10_000 ** group) % 10_000;
    if (part === 0) {
      gap = words !== '';
      continue;
    }
    // A zero stands where a place in between is empty: 壹万零伍佰, 壹拾万零柒仟, 壹亿零壹.
    words += `${words !== '' && (gap || part < 1000) ? '零' : ''}${capitalGroup(part)}${groups[group]}`;
    gap = part % 10 === 0;
  }
  return words;
};

/**
 * An amount of money as vouchers write it in capitals (支付结算办法, 附一 正确填写票据和结算凭证的基本规定): 100 is
 * 壹佰元整, 1409.5 is 壹仟肆佰零玖元伍角, 0.07 is 柒分.
 *
 * @param yuan not negative, below a thousand billion, to the 分 at most
 * @throws RangeError for any other amount
 */
export const capitalAmount = (yuan: number): string => {
  const fen = Math.round(yuan * 100);
  if (!(yuan >= 0 && yuan < 1e12) || Math.abs(fen - yuan * 100) > 1e-3)
    throw new RangeError(`no amount: ${yuan}`);
  if (fen === 0) return '零元整';
  const whole = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const yuanWords = whole === 0 ? '' : `${capitalWhole(whole)}元`;
  if (jiao === 0 && rest === 0) return `${yuanWords}整`;
  const jiaoWords = jiao > 0 ? `${capitals[jiao]}角` : whole > 0 ? '零' : '';
  return `${yuanWords}${jiaoWords}${rest === 0 ? '' : `${capitals[rest]}分`}`;
};
