import type { IsoDate } from '../../../shared/domain/dates.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';

/** The calendar day on this computer's clock, as the core on the same computer counts it. */
export const todayHere = (): IsoDate => dayOfInstant(new Date());
