import { expect, test } from 'vitest';
import { dueReminder, reminderDates } from '../../../src/shared/domain/ledger-reminder.ts';
import { workingDayCalendar } from '../../../src/shared/domain/working-days.ts';

/** 2027-01-15 is a Friday; a fictional day off on that day and the Thursday before. */
const calendar = workingDayCalendar([{ year: 2027, daysOff: ['2027-01-14', '2027-01-15'], daysWorked: [] }]);
const reminderDays = [30, 15, 7, 1];
const period = { code: '2026H2', dueOn: '2027-01-15' };

test('reminders begin on working days', () => {
  // 16 December 2026 is a Wednesday, 31 December a Thursday, 8 January a Friday, 14 January off.
  expect(reminderDates(period.dueOn, reminderDays, calendar)).toEqual([
    '2026-12-16',
    '2026-12-31',
    '2027-01-08',
    '2027-01-13',
  ]);
});

test('one is shown from the first day on until the ledger went in, and for a while after', () => {
  const on = (today: string, standing: 'open' | 'made' | 'handed-over' | 'accepted' | 'returned' = 'open') =>
    dueReminder({ ...period, standing }, { reminderDays, calendar, today });
  expect(on('2026-12-15')).toBeNull();
  expect(on('2026-12-16')).toEqual({
    period: '2026H2',
    dueOn: '2027-01-15',
    lastWorkingDay: '2027-01-13',
    daysLeft: 30,
    workingDaysLeft: 20,
    standing: 'open',
  });
  expect(on('2027-01-15', 'made')).toMatchObject({ daysLeft: 0, workingDaysLeft: 0 });
  expect(on('2027-01-20')).toMatchObject({ daysLeft: -5 });
  expect(on('2027-04-20')).toBeNull();
  expect(on('2027-01-01', 'handed-over')).toBeNull();
  expect(on('2027-01-01', 'accepted')).toBeNull();
  expect(on('2026-08-01', 'returned')).toMatchObject({ standing: 'returned' });
  expect(
    dueReminder({ ...period, standing: 'open' }, { reminderDays: [], calendar, today: '2027-01-14' }),
  ).toBeNull();
});
