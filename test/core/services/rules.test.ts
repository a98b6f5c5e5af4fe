import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  currentRules,
  exampleFilingNumber,
  exportRules,
  importRules,
  listRules,
  saveRules,
} from '../../../src/core/services/rules.ts';
import { importCalendar, workingCalendar } from '../../../src/core/services/working-calendar.ts';
import { addWorkingDays, isWorkingDay } from '../../../src/shared/domain/working-days.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

describe('rule packs', () => {
  test('begin with the one that ships, in force since ever', async () => {
    const packs = await listRules(archive);
    expect(packs.map(({ validFrom, validTo, body }) => [validFrom, validTo, body.name])).toEqual([
      ['2000-01-01', null, '通用规则'],
    ]);
    expect((await currentRules(archive, '1998-05-01')).body.name).toBe('通用规则');
  });

  test('hold from their day until the day before the next', async () => {
    const { body } = await currentRules(archive, null);
    await saveRules(archive, { id: null, validFrom: '2027-01-01', body: { ...body, name: '新规则' } });
    await saveRules(archive, { id: null, validFrom: '2024-07-01', body: { ...body, name: '旧规则' } });
    const packs = await listRules(archive);
    expect(packs.map(({ validFrom, validTo, body }) => [validFrom, validTo, body.name])).toEqual([
      ['2000-01-01', '2024-06-30', '通用规则'],
      ['2024-07-01', '2026-12-31', '旧规则'],
      ['2027-01-01', null, '新规则'],
    ]);
    const nameOn = async (day: string | null): Promise<string> =>
      (await currentRules(archive, day)).body.name;
    expect(await nameOn('2024-06-30')).toBe('通用规则');
    expect(await nameOn('2024-07-01')).toBe('旧规则');
    expect(await nameOn(null)).toBe('旧规则');
    expect(await nameOn('2030-01-01')).toBe('新规则');
  });

  test('refuse two that begin on one day, and a number rule that cannot work', async () => {
    const { id, validFrom, body } = await currentRules(archive, null);
    await expect(saveRules(archive, { id: null, validFrom, body })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(
      saveRules(archive, { id, validFrom, body: { ...body, filingNumberTemplate: '{YYYY}{sequence}' } }),
    ).rejects.toMatchObject({ code: 'FILING_NUMBER_RULE_INVALID' });
  });

  test('travel as a file and come back equal', async () => {
    const { id, body } = await currentRules(archive, null);
    const exported = await exportRules(archive, id);
    expect(exported.fileName).toBe('规则包_通用规则_2000-01-01.json');
    const other = await openTestArchive();
    try {
      const changed = exported.text.replace('"copies": 3', '"copies": 4');
      const imported = await importRules(other, changed);
      expect(imported.body).toEqual({ ...body, copies: 4 });
      expect(await listRules(other)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test.each([
    ['no JSON', '{', '文件'],
    ['another format', '{"format":"x","version":1}', 'format'],
  ])('refuse a file that is %s', async (_what, text, path) => {
    await expect(importRules(archive, text)).rejects.toMatchObject({
      code: 'RULE_PACK_INVALID',
      data: { path, reason: expect.stringMatching(/^[^a-z]*\p{Script=Han}/u) },
    });
    expect(await listRules(archive)).toHaveLength(1);
  });

  test('show what a number would look like', async () => {
    expect(await exampleFilingNumber(archive, '{office}社备〔{YYYY}〕{seq}号')).toBe('新河街社备〔2026〕1号');
    expect(await exampleFilingNumber(archive, '{area9}{village3}-{YYYY}-{category}-{seq4}')).toBe(
      '990101001001-2026-A-0001',
    );
    await expect(exampleFilingNumber(archive, '{office}{YYYY}')).rejects.toMatchObject({
      code: 'FILING_NUMBER_RULE_INVALID',
      data: { token: '{seq}' },
    });
  });
});

describe('the working calendar', () => {
  const calendar = (): Promise<ReturnType<typeof workingCalendar>> => archive.store.read(workingCalendar);

  test('knows the announced days off and the weekend days worked for them', async () => {
    const known = await calendar();
    expect(isWorkingDay(known, '2024-10-01')).toBe(false);
    expect(isWorkingDay(known, '2024-09-29')).toBe(true);
    expect(isWorkingDay(known, '2024-09-28')).toBe(false);
    expect(addWorkingDays(known, '2024-09-30', 1)).toBe('2024-10-08');
  });

  test('takes in a year that was announced later', async () => {
    expect((await calendar()).years.has(2028)).toBe(false);
    const file = {
      format: 'hub-archive-calendar',
      version: 1,
      year: 2028,
      daysOff: ['2028-10-02', '2028-10-03'],
      daysWorked: ['2028-10-07'],
    };
    expect(await importCalendar(archive, JSON.stringify(file))).toEqual({ year: 2028, days: 3 });
    expect(addWorkingDays(await calendar(), '2028-09-29', 1)).toBe('2028-10-04');
    expect(isWorkingDay(await calendar(), '2028-10-07')).toBe(true);
  });

  test('replaces what was known of a year, and refuses what is no calendar', async () => {
    await importCalendar(archive, JSON.stringify({ holidays: { '2024-10-08': '补假' }, workdays: {} }));
    expect(isWorkingDay(await calendar(), '2024-10-08')).toBe(false);
    expect(isWorkingDay(await calendar(), '2024-10-01')).toBe(true);
    await expect(importCalendar(archive, 'BEGIN:VCALENDAR')).rejects.toMatchObject({
      code: 'CALENDAR_INVALID',
    });
  });
});
