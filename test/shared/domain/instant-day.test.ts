import { expect, test } from 'vitest';
import { dayOfInstant } from '../../../src/shared/domain/instant-day.ts';

test('a day is the one on the wall, not the one in UTC', () => {
  for (const hour of [0, 1, 7, 12, 23]) {
    expect(dayOfInstant(new Date(2026, 0, 1, hour, 30).toISOString())).toBe('2026-01-01');
  }
});
