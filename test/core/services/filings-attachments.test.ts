import { Buffer } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filingChecklist } from '../../../src/core/services/filing-checklist.ts';
import { attachmentFile, attachToFiling } from '../../../src/core/services/filings-attachments.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { saveFilingFacts } from '../../../src/core/services/filings-start.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import type { FilingId } from '../../../src/shared/domain/ids.ts';
import { startTeam, stepOf } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const marker = '王秀英签字盖章页';
const pdf = new Uint8Array(Buffer.from(`%PDF-1.7\n% ${marker}\n%%EOF\n`));
const scan = (name: string, bytes = pdf): File => new File([bytes], name, { type: 'text/html' });

describe('a scan', () => {
  test('comes back byte for byte, is called what it is, and lies on disk unreadable', async () => {
    const { id } = await startTeam(archive);
    const added = await attachToFiling(archive, id, scan('备案表第2页.pdf'));
    expect(added).toMatchObject({
      fileName: '备案表第2页.pdf',
      mediaType: 'application/pdf',
      byteLength: pdf.length,
    });
    expect((await getFiling(archive, id)).attachments).toEqual([added]);
    expect(await (await attachmentFile(archive, added.id)).bytes()).toEqual(pdf);

    const folder = join(archive.ports.paths.archive, 'attachments');
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(1);
    for (const entry of files) {
      expect((await readFile(join(entry.parentPath, entry.name))).includes(marker)).toBe(false);
    }
  });

  test('proves a step, and the material that it names', async () => {
    const { id, facts } = await startTeam(archive);
    await saveFilingFacts(archive, {
      id,
      facts: { ...facts, charterAdoptedOn: null },
      responsiblePerson: null,
    });
    const charter = async (): Promise<boolean | undefined> =>
      (await filingChecklist(archive, id)).find(({ code }) => code === 'charter')?.present;
    expect(await charter()).toBe(false);
    const added = await attachToFiling(archive, id, scan('章程.pdf'));
    expect(await charter()).toBe(true);
    const filing = await advanceFiling(
      archive,
      id,
      stepOf('submit', '2026-11-02', { attachmentIds: [added.id] }),
    );
    expect(filing.steps.map(({ attachmentIds }) => attachmentIds)).toEqual([[added.id]]);
  });

  test('of another filing proves nothing here', async () => {
    const one = await startTeam(archive, '阳光里甲队');
    const other = await startTeam(archive, '阳光里乙队');
    const added = await attachToFiling(archive, other.id, scan('章程.pdf'));
    await expect(
      advanceFiling(archive, one.id, stepOf('submit', '2026-11-02', { attachmentIds: [added.id] })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await getFiling(archive, one.id)).steps).toEqual([]);
  });

  test.each([
    ['a program by another name', new Uint8Array(Buffer.from('MZ\u0090 program')), 'not-a-scan'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('is refused when it is %s', async (_what, bytes, reason) => {
    const { id } = await startTeam(archive);
    await expect(attachToFiling(archive, id, scan('备案表.pdf', bytes))).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'file', reason },
    });
    expect((await getFiling(archive, id)).attachments).toEqual([]);
  });

  test('needs a filing', async () => {
    await expect(attachToFiling(archive, 'nowhere' as FilingId, scan('章程.pdf'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
