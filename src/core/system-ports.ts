import { randomBytes } from 'node:crypto';
import type { Clock, Random } from './ports.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const systemClock: Clock = {
  instant: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
  },
};

/** Milliseconds in 9 base-36 digits, then 80 random bits: ids sort by the time they were made. */
export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  id: () => `${Date.now().toString(36).padStart(9, '0')}${randomBytes(10).toString('hex')}`,
};
