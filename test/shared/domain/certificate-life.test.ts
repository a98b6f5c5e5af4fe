import { describe, expect, test } from 'vitest';
import {
  certificateEnd,
  certificateStanding,
  renewedEnd,
} from '../../../src/shared/domain/certificate-life.ts';

const held = { status: 'valid', validTo: null, recoveredOn: null, lossStatement: null } as const;

describe('where a certificate stands', () => {
  test.each([
    ['without an end', null, '2026-11-23', 'valid'],
    ['31 days before its end', '2026-12-24', '2026-11-23', 'valid'],
    ['30 days before its end', '2026-12-23', '2026-11-23', 'expiring'],
    ['on its last day', '2026-11-23', '2026-11-23', 'expiring'],
    ['a day later', '2026-11-22', '2026-11-23', 'expired'],
  ] as const)('%s', (_, validTo, today, standing) => {
    expect(certificateStanding({ ...held, validTo }, today, [15, 30])).toBe(standing);
  });

  test('without reminders it only expires', () => {
    expect(certificateStanding({ ...held, validTo: '2026-11-24' }, '2026-11-23', [])).toBe('valid');
    expect(certificateStanding({ ...held, validTo: '2026-11-23' }, '2026-11-23', [])).toBe('expiring');
  });

  test('replaced it is outstanding until it is collected or declared lost', () => {
    const replaced = { ...held, status: 'replaced' } as const;
    const statement = { place: '新河晚报', publishedOn: '2026-11-20' };
    expect(certificateStanding(replaced, '2026-11-23', [30])).toBe('outstanding');
    expect(certificateStanding({ ...replaced, recoveredOn: '2026-11-22' }, '2026-11-23', [30])).toBe('ended');
    expect(certificateStanding({ ...replaced, lossStatement: statement }, '2026-11-23', [30])).toBe('ended');
  });
});

test.each([
  ['2026-11-16', 36, '2029-11-15'],
  ['2024-02-29', 12, '2025-02-27'],
  ['2026-01-31', 1, '2026-02-27'],
  ['2026-11-16', null, null],
] as const)('issued on %s for %s months it ends on %s', (on, months, end) => {
  expect(certificateEnd(on, months)).toBe(end);
});

test.each([
  ['in time', '2026-12-31', '2026-12-10', '2027-12-31'],
  ['on the last day', '2026-12-31', '2026-12-31', '2027-12-31'],
  ['late', '2026-12-31', '2027-02-01', '2028-01-31'],
  ['where none had an end', null, '2026-12-10', '2027-12-09'],
] as const)('renewed %s', (_, formerEnd, on, end) => {
  expect(renewedEnd(formerEnd, on, 12)).toBe(end);
});
