import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addPaper,
  changePaper,
  paperFile,
  readPapers,
  removePaper,
  restorePaper,
} from '../../../src/core/services/dossier-files.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { attachToFiling } from '../../../src/core/services/filings-attachments.ts';
import type { DossierFile, PaperTarget } from '../../../src/shared/domain/dossier-file.ts';
import { officePartId, type OrganizationId } from '../../../src/shared/domain/ids.ts';
import { startTeam, stepOf } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let archive: TestArchive;
let team: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
});
afterEach(() => archive.close());

const pdf = (mark: string): File =>
  new File([samplePdf({ pages: [`${squarePage} % ${mark}`] })], `${mark}.pdf`);
const intoDossier = (title: string, organizationId = team): PaperTarget => ({
  to: 'dossier',
  organizationId,
  part: 'disclosures',
  recordId: null,
  title,
  note: null,
});
const add = (file: File, target: PaperTarget, evenIfSame = false) =>
  addPaper(archive, { target, file, evenIfSame });
const added = async (file: File, target: PaperTarget): Promise<DossierFile> => {
  const outcome = await add(file, target);
  if (outcome.file === null) throw new Error('nothing was added');
  return outcome.file;
};
const papers = (recordId: Parameters<typeof readPapers>[1]['recordId'] = null) =>
  readPapers(archive, { organizationId: team, recordId });
const storedFiles = async (): Promise<number> =>
  (
    await readdir(join(archive.ports.paths.archive, 'attachments'), { recursive: true, withFileTypes: true })
  ).filter((entry) => entry.isFile()).length;

describe('a paper of the dossier', () => {
  test('comes back byte for byte under what was said of it', async () => {
    const file = await added(pdf('公示照片'), {
      ...intoDossier('公示照片'),
      note: '社区公示栏',
    } as PaperTarget);
    expect(file).toMatchObject({
      title: '公示照片',
      note: '社区公示栏',
      part: 'disclosures',
      versions: [
        { version: 1, attachment: { fileName: '公示照片.pdf', mediaType: 'application/pdf', warnings: [] } },
      ],
    });
    expect((await papers()).files).toEqual([file]);
    const id = file.versions[0]?.attachment.id;
    if (id === undefined) throw new Error('no version');
    expect(await (await paperFile(archive, id)).bytes()).toEqual(await pdf('公示照片').bytes());
  });

  test('keeps every version; the newest stands first and the old ones still open', async () => {
    const first = await added(pdf('章程一稿'), intoDossier('章程'));
    const second = await added(pdf('章程二稿'), { to: 'version', fileId: first.id, note: '改了第五条' });
    expect(
      second.versions.map(({ version, note, attachment }) => [version, note, attachment.fileName]),
    ).toEqual([
      [2, '改了第五条', '章程二稿.pdf'],
      [1, null, '章程一稿.pdf'],
    ]);
    expect(second.versions[1]).toEqual(first.versions[0]);
    expect(await storedFiles()).toBe(2);
  });

  test('that the same dossier holds already is named and not added; elsewhere it is added and stored once', async () => {
    await added(pdf('合影'), intoDossier('合影'));
    expect(await add(pdf('合影'), intoDossier('合影又一张'))).toEqual({
      file: null,
      same: { title: '合影', organizationId: team, organizationName: '阳光里夕阳红舞蹈队' },
    });
    const other = await enterOrganization(archive, '阳光里合唱队');
    const elsewhere = await add(pdf('合影'), intoDossier('两队合影', other));
    expect(elsewhere).toMatchObject({
      file: { title: '两队合影' },
      same: { title: '合影', organizationId: team },
    });
    expect(await add(pdf('合影'), intoDossier('合影第二份'), true)).toMatchObject({
      file: { title: '合影第二份' },
    });
    expect((await papers()).files.map(({ title }) => title)).toEqual(['合影', '合影第二份']);
    expect(await storedFiles()).toBe(1);
  });

  test('proves a record of its own organization, and only of that', async () => {
    const report = await storeRecord(archive, {
      id: null,
      record: {
        organizationId: team,
        occurredOn: '2026-11-01',
        title: '工作报告',
        content: {
          kind: 'committee-report',
          period: null,
          meeting: null,
          place: null,
          reporter: null,
          attendees: null,
          body: '正文',
          committeeOpinion: null,
        },
      },
    });
    const facts = { part: 'reports-and-surveys', recordId: report.id, title: '签字页', note: null } as const;
    const file = await added(pdf('签字页'), { to: 'dossier', organizationId: team, ...facts });
    await added(pdf('别的'), intoDossier('别的'));
    expect((await papers(report.id)).files).toEqual([file]);
    const other = await enterOrganization(archive, '阳光里合唱队');
    await expect(add(pdf('借用'), { to: 'dossier', organizationId: other, ...facts })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'record' },
    });
    await expect(
      add(pdf('自设'), { ...intoDossier('自设'), part: officePartId.parse('none') } as PaperTarget),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'office-part' } });
  });

  test('is renamed and moved to another part with its versions', async () => {
    const file = await added(pdf('说明'), intoDossier('说明'));
    const facts = { part: 'dispositions', recordId: null, title: '整改说明', note: '已核' } as const;
    expect(await changePaper(archive, { id: file.id, facts })).toEqual({ ...file, ...facts });
  });

  test('goes into the recycle bin and comes back with its record and versions', async () => {
    const file = await added(pdf('误存'), intoDossier('误存'));
    await removePaper(archive, file.id);
    expect((await papers()).files).toEqual([]);
    await expect(removePaper(archive, file.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await restorePaper(archive, file.id)).toEqual(file);
    expect((await papers()).files).toEqual([file]);
  });

  test('that is no paper is refused and leaves nothing', async () => {
    const program = new File([new Uint8Array(64).fill(0x4d)], '照片.jpg');
    await expect(add(program, intoDossier('照片'))).rejects.toMatchObject({ code: 'PAPER_REFUSED' });
    expect((await papers()).files).toEqual([]);
  });
});

describe('scans of filings stand among the papers', () => {
  test('with the step that they prove, also when they come in from the dossier', async () => {
    const filing = await startTeam(archive, '阳光里太极队');
    const form = await attachToFiling(archive, filing.id, pdf('备案表'));
    await advanceFiling(archive, filing.id, stepOf('submit', '2026-11-20', { attachmentIds: [form.id] }));
    const later = await add(pdf('申请书'), { to: 'filing', filingId: filing.id, step: 1 });
    expect(later.file).toBeNull();
    const { scans } = await readPapers(archive, { organizationId: filing.organizationId, recordId: null });
    expect(scans.map(({ attachment, action }) => [attachment.fileName, action])).toEqual([
      ['备案表.pdf', 'submit'],
      ['申请书.pdf', 'submit'],
    ]);
    await expect(add(pdf('无此步'), { to: 'filing', filingId: filing.id, step: 9 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
