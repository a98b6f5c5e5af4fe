import { ageOn } from './identity-number.ts';
import type { IsoDate, PartialDate } from './dates.ts';
import type { Minority } from './person.ts';

const lastMonthDay = { 4: '-12-31', 7: '-31', 10: '' } as const;

/** The youngest that somebody can be whose birth date is known to the year or the month. */
const youngestAgeOn = (birthDate: PartialDate, day: IsoDate): number =>
  ageOn(`${birthDate}${lastMonthDay[birthDate.length as keyof typeof lastMonthDay]}`, day);

/**
 * Whether a person is or may be a minor on a day. Where the birth date leaves it open the stricter answer holds: who
 * may be thirteen is treated as thirteen. Nothing is known of who has no birth date.
 */
export const minorityOn = (birthDate: PartialDate | null, day: IsoDate): Minority | null => {
  if (birthDate === null) return null;
  const age = youngestAgeOn(birthDate, day);
  return age < 14 ? 'under-14' : age < 18 ? 'under-18' : null;
};
