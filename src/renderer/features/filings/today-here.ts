import type { IsoDate } from '../../../shared/domain/dates.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The calendar day on this computer's clock, as the core on the same computer counts it. */
export const todayHere = (): IsoDate => {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
};
