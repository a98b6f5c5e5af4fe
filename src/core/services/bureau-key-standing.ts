import { addDays } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { KeyCard, KeyStanding } from '../../shared/domain/key-card.ts';

/** Two months: time for the bureau to make a new card and for a telephone call. */
const warningDays = 60;

/** A card holds up to and including its last day. */
export const keyStanding = ({ validUntil }: Pick<KeyCard, 'validUntil'>, today: IsoDate): KeyStanding => {
  if (validUntil === null || today <= addDays(validUntil, -warningDays)) return 'valid';
  return today <= validUntil ? 'expiring' : 'expired';
};
