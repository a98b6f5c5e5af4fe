import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/shared/domain/calendar-days.ts';
import {
  noticeHasEnded,
  pauseNotice,
  resumeNotice,
  startNotice,
  type NoticeClock,
} from '../../../src/shared/domain/public-notice.ts';
import { workingDayCalendar } from '../../../src/shared/domain/working-days.ts';

const calendar = workingDayCalendar([
  {
    year: 2026,
    daysOff: ['2026-05-01', '2026-05-04', '2026-05-05'],
    daysWorked: ['2026-05-09'],
  },
]);
const calendarDays: NoticeClock = { calendar, unit: 'calendar' };
const workingDays: NoticeClock = { calendar, unit: 'working' };
const paper = { place: '社区公示栏', method: '张贴', days: 7 };

describe('a notice by calendar days', () => {
  const notice = startNotice(calendarDays, '2026-04-28', paper);

  test('counts its first day', () => {
    expect(notice).toEqual({ ...paper, startsOn: '2026-04-28', endsOn: '2026-05-04', pausedOn: null });
  });

  test('has ended only after its last day', () => {
    expect(noticeHasEnded(notice, '2026-05-04')).toBe(false);
    expect(noticeHasEnded(notice, '2026-05-05')).toBe(true);
  });

  test('does not end while an objection stops the clock', () => {
    const paused = pauseNotice(notice, '2026-04-30');
    expect(paused.pausedOn).toBe('2026-04-30');
    expect(noticeHasEnded(paused, '2026-06-30')).toBe(false);
  });

  test('is longer by the days it stood still', () => {
    const resumed = resumeNotice(calendarDays, pauseNotice(notice, '2026-04-30'), '2026-05-06');
    expect(resumed).toEqual({ ...notice, endsOn: '2026-05-10' });
  });

  test('can stand still more than once', () => {
    const once = resumeNotice(calendarDays, pauseNotice(notice, '2026-04-29'), '2026-04-30');
    const twice = resumeNotice(calendarDays, pauseNotice(once, '2026-05-02'), '2026-05-05');
    expect(once.endsOn).toBe('2026-05-05');
    expect(twice.endsOn).toBe('2026-05-08');
  });

  test('keeps its end when the objection is settled the same day or came late', () => {
    expect(resumeNotice(calendarDays, pauseNotice(notice, '2026-04-30'), '2026-04-30').endsOn).toBe(
      '2026-05-04',
    );
    expect(resumeNotice(calendarDays, pauseNotice(notice, '2026-05-06'), '2026-05-09').endsOn).toBe(
      '2026-05-04',
    );
  });

  test('refuses an objection before it hangs, and a settlement before the objection', () => {
    expect(() => pauseNotice(notice, '2026-04-27')).toThrow('STEP_DATE_INVALID');
    expect(() => resumeNotice(calendarDays, pauseNotice(notice, '2026-04-30'), '2026-04-29')).toThrow(
      'STEP_DATE_INVALID',
    );
  });
});

describe('a notice by working days', () => {
  const notice = startNotice(workingDays, '2026-04-28', paper);

  test('skips holidays and counts a worked Saturday', () => {
    expect(notice.endsOn).toBe('2026-05-09');
  });

  test('serves the working days that were left', () => {
    const resumed = resumeNotice(workingDays, pauseNotice(notice, '2026-04-30'), '2026-05-06');
    expect(resumed.endsOn).toBe('2026-05-11');
  });
});

describe('several objections to one notice', () => {
  test('a further one finds the clock stopped; one that came in earlier stops it earlier', () => {
    const notice = startNotice(calendarDays, '2026-04-28', paper);
    const first = pauseNotice(notice, '2026-05-02');
    expect(pauseNotice(first, '2026-05-03').pausedOn).toBe('2026-05-02');
    expect(pauseNotice(first, '2026-04-30').pausedOn).toBe('2026-04-30');
  });

  // A notice of n days hangs n days in all, however often and however long it stood still in between.
  test('the days that it ran add up to the days it was to hang', () => {
    let seed = 20_260_428;
    const upTo = (most: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
    for (let round = 0; round < 400; round += 1) {
      const days = 1 + upTo(20);
      let notice = startNotice(calendarDays, '2026-03-01', { ...paper, days });
      let on = '2026-03-01';
      let stoodStill = 0;
      for (let objection = upTo(4); objection > 0; objection -= 1) {
        const stop = addDays(on, upTo(daysBetween(on, notice.endsOn) + 1));
        const go = addDays(stop, upTo(15));
        notice = pauseNotice(notice, stop);
        if (upTo(2) === 1) notice = pauseNotice(notice, addDays(stop, upTo(3)));
        const left = daysBetween(stop, notice.endsOn);
        notice = resumeNotice(calendarDays, notice, go);
        if (left > 0) stoodStill += daysBetween(stop, go);
        if (left === 0) break;
        on = go;
      }
      expect(daysBetween('2026-03-01', notice.endsOn) + 1 - stoodStill).toBe(days);
    }
  });
});
