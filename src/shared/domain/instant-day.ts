import type { IsoDate } from './dates.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of an instant by this computer's clock: before eight in the morning it is still yesterday in UTC. */
export const dayOfInstant = (instant: string | Date): IsoDate => {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
