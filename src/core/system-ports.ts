import { randomBytes } from 'node:crypto';
import { dayOfInstant } from '../shared/domain/instant-day.ts';
import type { Clock, Random } from './ports.ts';

export const systemClock: Clock = {
  instant: () => new Date().toISOString(),
  today: () => dayOfInstant(new Date()),
};

/** Milliseconds in 9 base-36 digits, then 80 random bits: ids sort by the time they were made. */
export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  id: () => `${Date.now().toString(36).padStart(9, '0')}${randomBytes(10).toString('hex')}`,
};
