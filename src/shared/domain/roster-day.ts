import type { IsoDate, PartialDate } from './dates.ts';

/** The days between which a member belongs to an organization. */
export interface Stay {
  readonly joinedOn: PartialDate | null;
  readonly leftOn: IsoDate | null;
}

/** First day that a date known to the year or the month may mean. */
export const firstDayOf = (date: PartialDate): IsoDate => `${date}-01-01`.slice(0, 10);

/**
 * Whether a member is on the roster of a day. A date of joining that is known to the year or the month counts from the
 * first day of it; one that is not known at all counts as always; the day of leaving is the first day off the roster.
 *
 * The register asks the same of its rows: ISO dates order as text, and a shorter one comes before every day in it.
 */
export const isOnRoster = ({ joinedOn, leftOn }: Stay, day: IsoDate): boolean =>
  (joinedOn === null || firstDayOf(joinedOn) <= day) && (leftOn === null || leftOn > day);
