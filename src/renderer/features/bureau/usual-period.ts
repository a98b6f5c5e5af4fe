import type { DistrictPeriod } from '../../../shared/domain/bureau.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';

/** The period a bureau works on: the one that ended last, for its reports are due or late; else the running one. */
export const usualPeriod = (periods: readonly DistrictPeriod[], today: IsoDate): DistrictPeriod | undefined =>
  periods.find(({ endsOn }) => endsOn < today) ?? periods[0];

/** The newest period of which there is something to add up; else the one that is worked on. */
export const newestReported = (
  periods: readonly DistrictPeriod[],
  today: IsoDate,
): DistrictPeriod | undefined => periods.find(({ reported }) => reported > 0) ?? usualPeriod(periods, today);
