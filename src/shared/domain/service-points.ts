import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';

/** 时间银行、积分兑换 (policy Art. 6). */
export const pointMove = z.object({
  sequence: z.int(),
  on: isoDate,
  kind: z.enum(['earned', 'redeemed']),
  /** Negative where points went. */
  delta: z.int(),
  /** What is left after it; never below 0. */
  balance: z.int().min(0),
  note: z.string(),
  by: z.string().nullable(),
  recordedAt: isoInstant,
});
export type PointMove = z.infer<typeof pointMove>;

/** Whole points of a service. @param pointsPerHour of the rules */
export const pointsOf = (minutes: number, pointsPerHour: number): number =>
  Math.floor((minutes * pointsPerHour) / 60);

/** What is left after a move; null where there are not enough points: a balance is never negative. */
export const balanceAfter = (balance: number, delta: number): number | null =>
  balance + delta < 0 ? null : balance + delta;
