import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testOffice } from '../support/open-test-archive.ts';
import { runCli } from '../support/run-cli.ts';
import { workbookBytes } from '../support/workbooks.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-training-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const said = async (...args: readonly string[]): Promise<unknown> => {
  const { exitCode, stdout, stderr } = await runCli([...args, '--json']);
  if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
};

test('coverage of a day and a plan for those who are due, from the command line', async () => {
  const archive = ['--archive', join(folder, 'archive')];
  const office = join(folder, 'office.json');
  writeFileSync(office, JSON.stringify(testOffice));
  await said('init', ...archive, '--office', office);
  const staff = join(folder, '名单.xlsx');
  writeFileSync(
    staff,
    await workbookBytes([
      {
        name: '社区工作者名单',
        rows: [
          ['姓名', '社区', '电话', '上岗日期'],
          ['安文英', '阳光里社区', '13900000001', '2025-01-01'],
          ['白志刚', '龙泉村', '13900000002', '2026-06-01'],
        ],
      },
    ]),
  );
  await said('import', staff, ...archive);
  const none = { people: 0, trained: 0, due: 0, never: 0 };
  const coverage = (asOf: string) => said('training', 'coverage', ...archive, '--as-of', asOf);
  expect(await coverage('2026-05-31')).toMatchObject({
    result: { asOf: '2026-05-31', matrix: { overall: { people: 1, trained: 0, due: 0, never: 1 } } },
  });
  expect(await coverage('2026-06-01')).toMatchObject({
    result: {
      matrix: { totals: [none, { people: 2, trained: 0, due: 0, never: 2 }, none, none, none, none] },
    },
  });
  const days = ['--from', '2027-03-01', '--to', '2027-03-05', '--place', '党群中心'];
  expect(await said('training', 'plan', ...archive, ...days)).toMatchObject({
    result: {
      wanted: 2,
      unplaced: [],
      sessions: [{ startsAt: '2027-03-01T09:00', place: '党群中心', people: [{}, {}] }],
    },
  });
});
