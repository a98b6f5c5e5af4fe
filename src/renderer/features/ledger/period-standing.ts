import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { LedgerPeriodState, PeriodCode } from '../../../shared/domain/ledger.ts';
import { submissionStandingLabels } from '../../../shared/labels/ledger.ts';
import { daysBetween, monthAndDay } from '../../app/calendar-words.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

/** For so long after its day a period that has no package is worth a look. */
const recentDays = 184;

/** How a period stands. Only the one being worked on can be late: older ones may have gone in on paper. */
export const periodStanding = (
  period: LedgerPeriodState,
  currentCode: PeriodCode,
  today: IsoDate,
): { readonly tone: StatusTone; readonly text: string } => {
  if (period.standing === 'returned') return { tone: 'late', text: submissionStandingLabels.returned };
  if (period.packages > 0)
    return {
      tone: period.standing === 'made' ? 'waiting' : 'good',
      text: submissionStandingLabels[period.standing],
    };
  if (today <= period.endsOn && period.code !== currentCode) return { tone: 'ended', text: '进行中' };
  const days = daysBetween(today, period.dueOn);
  if (period.code !== currentCode)
    return days < 0 && days >= -recentDays
      ? { tone: 'waiting', text: `无报送记录，已过 ${-days} 天` }
      : { tone: 'ended', text: '无报送记录' };
  if (days < 0) return { tone: 'late', text: `逾期 ${-days} 天` };
  return { tone: days <= 30 ? 'waiting' : 'going', text: `还剩 ${days} 天` };
};

/** `次年 1 月 15 日前报送`, with the year only where it is not the period's own. */
export const dueWords = ({ code, dueOn }: Pick<LedgerPeriodState, 'code' | 'dueOn'>): string =>
  `${dueOn.slice(0, 4) === code.slice(0, 4) ? '' : '次年 '}${monthAndDay(dueOn)}前报送`;
