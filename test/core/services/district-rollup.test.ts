import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cardOfStreet,
  generatedLedger,
  makeStreetPackage,
  makeStreets,
  type MadeStreet,
} from '../../../scripts/desks/street-packages.ts';
import { readDistrictCsv } from '../../../src/core/ledger/ledger-csv.ts';
import { bureauPaper, districtFile } from '../../../src/core/services/bureau-files.ts';
import {
  districtDispositions,
  districtDuplicates,
  districtOrganizations,
} from '../../../src/core/services/district-lists.ts';
import { districtPeriods, districtReporting } from '../../../src/core/services/district-reporting.ts';
import { districtRollup } from '../../../src/core/services/district-rollup.ts';
import { answerPackage } from '../../../src/core/services/package-answers.ts';
import {
  addStreetKey,
  confirmStreetKey,
  putStreet,
  registeredStreets,
  removeStreet,
} from '../../../src/core/services/registered-streets.ts';
import { districtExport } from '../../../src/shared/domain/district-export.ts';
import type { DistrictCell, DistrictRollup } from '../../../src/shared/domain/district-ledger.ts';
import { tableClasses } from '../../../src/shared/domain/ledger-tables.ts';
import { codeOf, openBureau, receive, takeIn, type BureauArchive } from '../../support/bureau-archive.ts';
import { wordText } from '../../support/document-text.ts';

const periods = ['2025H1', '2025H2', '2026H1'] as const;
const period = '2026H1';
let made: BureauArchive;
let folder: string;
let streets: readonly MadeStreet[];

/** Three streets; the third never reported, and the second not before the last period. */
beforeAll(async () => {
  made = await openBureau();
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-district-'));
  streets = await makeStreets(3);
  const { bureau, card } = made;
  for (const [index, street] of streets.entries()) {
    const { code, name } = street;
    const contact = { contactName: '李敏', contactPhone: null, remark: '', expectedUntil: null };
    await putStreet(bureau, { code, name, ...contact, expectedFrom: index === 1 ? '2026H1' : null });
    const key = await addStreetKey(bureau, { streetCode: code, card: cardOfStreet(street) });
    await confirmStreetKey(bureau, { id: key.id, confirmedBy: '陈晓', heard: key.fingerprint });
    for (const [at, each] of periods.entries()) {
      if (index === 2 || (index === 1 && each !== period)) continue;
      const ledger = generatedLedger(street, each, 20 + 5 * at);
      const path = await makeStreetPackage(street, ledger, {
        folder,
        recipient: card.recipient,
        serial: 1,
      });
      bureau.ports.clock.set(index === 1 ? '2026-07-20T03:00:00.000Z' : '2026-07-10T03:00:00.000Z');
      const [id] = await receive(bureau, [path]);
      if (id === undefined) throw new Error('nothing came in');
      const taken = await takeIn(bureau, id);
      if (index === 0 && each === period)
        await answerPackage(bureau, { id: taken.id, outcome: 'accepted', reasons: [], decidedBy: '陈晓' });
    }
  }
});
afterAll(async () => {
  await made.bureau.close();
  rmSync(folder, { recursive: true, force: true });
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('rows and columns of the roll-up add up, and agree with the list behind every cell', async () => {
  const { bureau } = made;
  const rollup = await districtRollup(bureau, period);
  expect(rollup).toMatchObject({ previousPeriod: '2025H2', lastYearPeriod: '2025H1' });
  expect(rollup.streets.map(({ reported, organizations }) => [reported, organizations])).toEqual([
    [true, 30],
    [true, 30],
    [false, 0],
  ]);
  const { total } = rollup;
  const columns = [
    'organizations',
    'members',
    'partyMembers',
    'filed',
    'candidates',
    'dispositions',
  ] as const;
  for (const column of columns) expect(sum(rollup.streets.map((row) => row[column]))).toBe(total[column]);
  for (const row of [...rollup.streets, total, ...rollup.trend])
    expect(sum(row.counts)).toBe(row.organizations);
  expect(sum(rollup.byStatus.map(({ organizations }) => organizations))).toBe(60);
  // The last row of the trend is the same period, counted another way.
  const {
    period: last,
    reportedStreets,
    ...counted
  } = rollup.trend.at(-1) as DistrictRollup['trend'][number];
  expect([last, reportedStreets]).toEqual([period, 2]);
  expect(counted).toEqual(total);
  const behind = async (cell: DistrictCell, more: object = {}): Promise<number> =>
    (
      await districtOrganizations(bureau, {
        filter: { period, cell, streetCodes: [], classes: [], statuses: [], text: '', ...more },
        offset: 0,
        limit: 5,
      })
    ).sum;
  expect(await behind('standing')).toBe(total.organizations);
  expect([await behind('filed'), await behind('candidates')]).toEqual([total.filed, total.candidates]);
  for (const row of rollup.streets) {
    for (const [at, each] of tableClasses.entries()) {
      const cell = { streetCodes: [row.streetCode], classes: [each] };
      expect(await behind('standing', cell)).toBe(row.counts[at]);
    }
  }
  expect(await districtDispositions(bureau, { period, streetCode: null })).toHaveLength(total.dispositions);
});

test('periods are compared over the streets that reported in both', async () => {
  const { comparable, streets: rows, trend } = await districtRollup(made.bureau, period);
  expect(comparable.previous).toMatchObject({
    streets: 1,
    before: { period: '2025H2', organizations: 25 },
    after: { period, organizations: 30 },
  });
  expect(comparable.lastYear).toMatchObject({ streets: 1, before: { organizations: 20 } });
  expect(rows.map(({ previous, lastYear }) => [previous?.organizations, lastYear?.organizations])).toEqual([
    [25, 20],
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(trend.map((row) => [row.period, row.reportedStreets, row.organizations])).toEqual([
    ['2025H1', 1, 20],
    ['2025H2', 1, 25],
    ['2026H1', 2, 60],
  ]);
});

test('who has reported and who is late is told in days, and goes onto the reminder list', async () => {
  const { bureau } = made;
  bureau.ports.clock.set('2026-07-25T03:00:00.000Z');
  const { period: summary, streets: rows } = await districtReporting(bureau, period);
  expect(summary).toMatchObject({
    expected: 3,
    reported: 2,
    accepted: 1,
    returned: 0,
    late: 2,
    dueOn: '2026-07-15',
  });
  expect(rows.map(({ state, late, days }) => [state, late, days])).toEqual([
    ['accepted', false, 0],
    ['received', true, 5],
    ['missing', true, 10],
  ]);
  expect((await districtReporting(bureau, '2025H2')).streets.map(({ state }) => state)).toEqual([
    'received',
    'missing',
  ]);
  expect((await districtPeriods(bureau)).map(({ code, reported }) => [code, reported])).toEqual([
    ['2026H2', 0],
    ['2026H1', 2],
    ['2025H2', 1],
    ['2025H1', 1],
  ]);
  const paper = await bureauPaper(bureau, { kind: 'reminders', period, format: 'docx' });
  const text = (await wordText(new Uint8Array(await paper.arrayBuffer()))).join(' ');
  expect(text).toContain('第3街道');
  expect(text).toContain('逾期 10 天');
  expect(text).not.toContain('第1街道');
});

test('the workbook, the open CSV and the open JSON say what the roll-up says', async () => {
  const { bureau } = made;
  const bytesOf = async (kind: 'rollup' | 'csv' | 'json'): Promise<Uint8Array> =>
    new Uint8Array(await (await districtFile(bureau, { kind, period })).arrayBuffer());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf('rollup')).buffer as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    '全区汇总',
    '报送情况',
    '各期对比',
    '组织名册',
    '疑似重复',
  ]);
  const [first, , , organizations] = workbook.worksheets;
  const heads = first?.getRow(3).values as readonly unknown[];
  expect(first?.lastRow?.getCell(heads.indexOf('组织合计')).value).toBe(60);
  expect(organizations?.rowCount).toBe(63);
  const open = districtExport.parse(JSON.parse(new TextDecoder().decode(await bytesOf('json'))));
  expect(open.ledgers.map(({ street }) => street.code)).toEqual(['990101001', '990101002']);
  expect(readDistrictCsv(await bytesOf('csv'))).toEqual(
    open.ledgers.map(({ street, organizations: lines }) => ({ street, organizations: lines })),
  );
  expect(await districtDuplicates(bureau, period)).toEqual([]);
});

test('a street that has reported stays on the list', async () => {
  const { bureau } = made;
  expect(await codeOf(removeStreet(bureau, '990101001'))).toBe('CONFLICT');
  await removeStreet(bureau, '990101003');
  expect((await registeredStreets(bureau)).map(({ code, packages }) => [code, packages])).toEqual([
    ['990101001', 3],
    ['990101002', 1],
  ]);
});
