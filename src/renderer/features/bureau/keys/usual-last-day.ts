import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { todayHere } from '../../filings/today-here.ts';

/** Years after which a bureau usually changes its keys. */
const usualYears = 3;

/** The last day of the year in which new keys usually run out. */
export const usualLastDay = (): IsoDate => `${Number(todayHere().slice(0, 4)) + usualYears}-12-31`;
