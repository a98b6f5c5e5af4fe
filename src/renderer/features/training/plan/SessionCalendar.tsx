import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { weekdayOf } from '../../../../shared/domain/calendar-days.ts';
import {
  dayOfMoment,
  timeOfMoment,
  type SessionClash,
  type TrainingSessionRow,
} from '../../../../shared/domain/training.ts';
import { paths } from '../../../app/paths.ts';
import { weekdayOptions } from '../training-options.ts';
import classes from './SessionCalendar.module.css';

interface SessionCalendarProps {
  readonly year: number;
  readonly sessions: readonly TrainingSessionRow[];
  readonly clashes: readonly SessionClash[];
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The year by month: every session on its day, clashes in orange. */
export const SessionCalendar = ({ year, sessions, clashes }: SessionCalendarProps) => {
  const clashing = new Set(clashes.map(({ sessionId }) => sessionId));
  const byMonth = Map.groupBy(sessions, ({ startsAt }) => startsAt.slice(5, 7));
  return (
    <div className={classes['months']}>
      {months.map((month) => (
        <section key={month} className={classes['month']} aria-label={`${year} 年 ${Number(month)} 月`}>
          <Text size="sm" fw={700}>
            {Number(month)} 月
          </Text>
          {(byMonth.get(month) ?? []).map(({ id, startsAt, title, place, state }) => {
            const day = dayOfMoment(startsAt);
            const weekday = weekdayOptions[weekdayOf(day) - 1]?.label ?? '';
            return (
              <Link
                key={id}
                to={paths.trainingSession(id)}
                title={`${title}　${place}`}
                className={`${classes['session']} ${clashing.has(id) ? classes['clashing'] : ''} ${state === 'cancelled' ? classes['cancelled'] : ''}`}
              >
                {Number(day.slice(8))} 日{weekday} {timeOfMoment(startsAt)} {title}
              </Link>
            );
          })}
          {byMonth.has(month) ? null : (
            <Text size="sm" c="dimmed">
              没有场次
            </Text>
          )}
        </section>
      ))}
    </div>
  );
};
