import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { FilingRow } from '../../../shared/domain/filing.ts';
import { daysBetween } from '../../app/calendar-words.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

export interface DueWords {
  readonly tone: StatusTone;
  readonly text: string;
}

/** Days before a deadline from which it is marked. */
const soonDays = 3;

/** How urgent a filing is, as a chip says it; null when nothing is waited for. */
export const dueWordsOf = (
  { dueOn, overdueDays }: Pick<FilingRow, 'dueOn' | 'overdueDays'>,
  today: IsoDate,
): DueWords | null => {
  if (overdueDays > 0) return { tone: 'late', text: `逾期 ${overdueDays} 天` };
  if (dueOn === null) return null;
  const days = daysBetween(today, dueOn);
  if (days <= 0) return { tone: 'waiting', text: '今天到期' };
  return { tone: days <= soonDays ? 'waiting' : 'ended', text: `剩 ${days} 天` };
};
