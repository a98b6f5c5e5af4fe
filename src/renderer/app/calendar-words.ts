import type { IsoDate, IsoInstant, PartialDate } from '../../shared/domain/dates.ts';

const dayMs = 86_400_000;
const utc = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((utc(to).valueOf() - utc(from).valueOf()) / dayMs);

/** `11 月 23 日` */
export const monthAndDay = (date: IsoDate): string => {
  const day = utc(date);
  return `${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`;
};

/** `11 月 23 日 星期一` */
export const dayWithWeekday = (date: IsoDate): string =>
  `${monthAndDay(date)} 星期${weekdays[utc(date).getUTCDay()]}`;

/** `2026 年 11 月 23 日`, as much of it as is known. */
export const partialDateWords = (date: PartialDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return [
    `${year} 年`,
    month === undefined ? '' : ` ${month} 月`,
    day === undefined ? '' : ` ${day} 日`,
  ].join('');
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `2026 年 11 月 23 日 20:30`, an instant by this computer's clock. */
export const instantWords = (instant: IsoInstant): string => {
  const at = new Date(instant);
  const time = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
  return `${at.getFullYear()} 年 ${at.getMonth() + 1} 月 ${at.getDate()} 日 ${time}`;
};
