import type { IsoDate, PartialDate } from './dates.ts';

/**
 * A day as official papers write it, in Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4):
 * `2026-04-26` becomes 2026年4月26日; a day known to the month or year stops there.
 */
export const chineseDate = (date: PartialDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
};

/** A span of days, e.g. 2026年4月19日至2026年4月25日. */
export const chineseDateRange = (from: IsoDate, to: IsoDate): string =>
  `${chineseDate(from)}至${chineseDate(to)}`;
