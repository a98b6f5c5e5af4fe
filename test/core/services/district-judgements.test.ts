import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArchiveSession } from '../../../src/core/archive-session.ts';
import { judgedDuplicates, tellAgain, tellApart } from '../../../src/core/services/duplicate-judgements.ts';
import { receiptOnPaper } from '../../../src/core/services/package-answers.ts';
import { receivedPackages } from '../../../src/core/services/package-import.ts';
import { districtRollup } from '../../../src/core/services/district-rollup.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import { wordText } from '../../support/document-text.ts';
import { testPorts } from '../../support/open-test-archive.ts';
import { makeSampleDistrict } from '../../support/sample-district.ts';

const password = '区民政局的口令 2026';
let folder: string;
let bureau: OpenArchive;
let close: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-district-'));
  await makeSampleDistrict(folder, password, 2);
  const session = createArchiveSession(testPorts(folder));
  await session.unlock(password);
  bureau = session.requireOpen();
  close = () => session.lock();
}, 60_000);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

test('two streets report one organization: it is found, told apart for all periods, and looked at again', async () => {
  const groups = await judgedDuplicates(bureau, '2026H1');
  const sameNumber = groups.find(({ reason }) => reason === 'filing-number');
  expect(sameNumber).toMatchObject({
    apart: null,
    organizations: [{ name: '柳林桂英舞蹈队' }, { name: '柳林桂英舞蹈队' }],
  });
  const organizations = sameNumber?.organizations.map(({ streetCode, id }) => ({ streetCode, id })) ?? [];
  await tellApart(bureau, { organizations: organizations.toReversed(), by: '陈晓' });
  for (const period of ['2026H1', '2025H2']) {
    const judged = (await judgedDuplicates(bureau, period)).find(({ reason }) => reason === 'filing-number');
    expect(judged?.apart, period).toEqual({ by: '陈晓', at: '2026-11-23T01:00:00.000Z' });
  }
  await tellAgain(bureau, organizations);
  expect(await judgedDuplicates(bureau, '2026H1')).toEqual(groups);
});

test('a receipt is printed with what was decided', async () => {
  const [taken] = await receivedPackages(bureau, { period: '2026H1', streetCode: '990101002' });
  if (taken === undefined) throw new Error('no package');
  const paper = await receiptOnPaper(bureau, { id: taken.id, format: 'docx' });
  expect(paper.name).toBe('台账报送回执.docx');
  const words = (await wordText(new Uint8Array(await paper.arrayBuffer()))).join('\n');
  for (const part of [
    '柳林街道报送的2026 年上半年工作台账',
    '含 14 个组织',
    '予以接收',
    taken.fileName,
    taken.sha256,
    '陈晓',
  ])
    expect(words.replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
});

test('the sample district has figures that grow', async () => {
  const { trend, total } = await districtRollup(bureau, '2026H1');
  expect(trend.map(({ organizations }) => organizations)).toEqual([16, 20, 25]);
  expect(total.filed).toBe(5);
  expect(total.members).toBe(291);
});
