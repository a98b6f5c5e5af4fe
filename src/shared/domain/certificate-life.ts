import { addDays, addMonths, daysBetween } from './calendar-days.ts';
import type { IsoDate } from './dates.ts';
import type { Certificate } from './filing.ts';

/** Where a certificate stands on a day. `outstanding`: it no longer counts, and nobody knows where the paper is. */
export type CertificateStanding = 'valid' | 'expiring' | 'expired' | 'outstanding' | 'ended';

type Life = Pick<Certificate, 'status' | 'validTo' | 'recoveredOn' | 'lossStatement'>;

/** @param reminderDays days before the end on which to remind; the longest begins the time of renewal */
export const certificateStanding = (
  { status, validTo, recoveredOn, lossStatement }: Life,
  today: IsoDate,
  reminderDays: readonly number[],
): CertificateStanding => {
  if (status !== 'valid') return recoveredOn === null && lossStatement === null ? 'outstanding' : 'ended';
  if (validTo === null) return 'valid';
  if (validTo < today) return 'expired';
  return daysBetween(today, validTo) <= Math.max(0, ...reminderDays) ? 'expiring' : 'valid';
};

/** Last day of validity of a certificate issued on a day; null where the rules let certificates run for ever. */
export const certificateEnd = (issuedOn: IsoDate, months: number | null): IsoDate | null =>
  months === null ? null : addDays(addMonths(issuedOn, months), -1);

/**
 * Last day of a renewed certificate: renewed in time, the new validity follows the old one without a gap; renewed late,
 * it begins on the day of issue.
 */
export const renewedEnd = (
  formerEnd: IsoDate | null,
  issuedOn: IsoDate,
  months: number | null,
): IsoDate | null =>
  certificateEnd(formerEnd !== null && formerEnd >= issuedOn ? addDays(formerEnd, 1) : issuedOn, months);
