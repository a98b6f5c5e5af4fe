import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeJpeg } from '../../../scripts/scans/jpeg-encoder.ts';
import { makeDossier, takeDossier } from '../../../src/core/inspection/made-dossiers.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import { planDossier } from '../../../src/core/services/dossier-plan.ts';
import { archiveYear, readCandidates } from '../../../src/core/services/archiving.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { addPaper } from '../../../src/core/services/dossier-files.ts';
import { attachToFiling } from '../../../src/core/services/filings-attachments.ts';
import { readRevealLog } from '../../../src/core/services/reveals.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { unwatched, type Watch } from '../../../src/core/services/watched-work.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import type { InspectionOutcome, InspectionRequest } from '../../../src/shared/domain/inspection.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { CodedError } from '../../../src/shared/errors.ts';
import { describePdfBytes } from '../../support/document-text.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { samplePdf, sampleTiff, squarePage } from '../../support/sample-papers.ts';
import { disclosureOf, recordInputOf, reportOf } from '../../support/sample-records.ts';
import { namelessScan, scannedPage } from '../../support/sample-scans.ts';
import { wordBytes } from '../../support/word-bytes.ts';
import { workbookBytes } from '../../support/workbooks.ts';

const printer = openChromiumPdfPrinter();
const canPrint = await printer.available();

let closing: TestArchive;
let archive: OpenArchive;
let team: OrganizationId;

const identityNumber = '990516197101115317';

/** A filed team with a scan of every kind that an archive takes in, and some that nobody can open. */
const fillArchive = async (): Promise<void> => {
  const filing = await startTeam(archive);
  team = filing.organizationId;
  await takeSteps(archive, filing.id, upToCertificate);
  await addMember(archive, memberOf(team, { name: '欧阳春梅', identityNumber }));
  const { id: report } = await storeRecord(archive, {
    id: null,
    record: recordInputOf(team, reportOf(), { title: '2026年上半年工作报告', occurredOn: '2026-07-02' }),
  });
  await storeRecord(archive, {
    id: null,
    record: recordInputOf(team, disclosureOf(), { title: '财务公开', occurredOn: '2026-07-10' }),
  });
  const scan = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    attachToFiling(archive, filing.id, new File([bytes], name));
  const upright = samplePdf({ pages: [squarePage, squarePage] });
  await scan('备案表.pdf', upright);
  await scan('损坏.pdf', new Uint8Array(upright.slice(0, 200)));
  await scan(
    '加密.pdf',
    new Uint8Array(
      Buffer.from(
        Buffer.from(
          samplePdf({
            pages: [squarePage],
            objects: ['<< /Filter /Standard /V 1 /R 2 /P -4 /O (x) /U (y) >>'],
          }),
        )
          .toString('latin1')
          .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R'),
        'latin1',
      ),
    ),
  );
  await scan('照片.jpg', new Uint8Array(await encodeJpeg(scannedPage(null, 3), 60)));
  await scan('扫描.png', namelessScan(2));
  await scan('传真.tif', sampleTiff(400, 600));
  const keep = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const { file } = await addPaper(archive, {
      target: {
        to: 'dossier',
        organizationId: team,
        part: 'reports-and-surveys',
        recordId: report,
        title: name,
        note: null,
      },
      file: new File([bytes], name),
      evenIfSame: false,
    });
    expect(file, name).not.toBeNull();
  };
  await keep(
    '总结.docx',
    new Uint8Array(await wordBytes('<w:p><w:r><w:t>全年开展活动二十四场</w:t></w:r></w:p>')),
  );
  await keep(
    '名单.xlsx',
    new Uint8Array(await workbookBytes([{ name: '到会', rows: [['姓名'], ['王桂英']] }])),
  );
  await keep('说明.txt', new Uint8Array(new TextEncoder().encode('活动照片另存')));
  const { total } = await readCandidates(archive, { year: 2026, organizationId: team, offset: 0, limit: 1 });
  await archiveYear(archive, { year: 2026, organizationId: team, archivedBy: '周敏', count: total });
};

beforeAll(async () => {
  closing = await openTestArchive();
  closing.ports.clock.set('2026-11-20T01:00:00.000Z');
  archive = { ...closing, ports: { ...closing.ports, pdf: printer } };
  await fillArchive();
});
afterAll(async () => {
  await closing.close();
  await printer.close();
});

const request = (change: Partial<InspectionRequest> = {}): InspectionRequest => ({
  organizationId: team,
  version: 'full',
  from: null,
  to: null,
  parts: null,
  // Printing is what takes long: only what no scan stands for.
  made: 'unscanned',
  stamped: true,
  actor: '周敏',
  purpose: '区民政局年度检查',
  ...change,
});

const taken = async ({ fileId }: InspectionOutcome): Promise<Uint8Array> =>
  new Uint8Array(await (await takeDossier(archive, { fileId, from: 0 })).arrayBuffer());

const made = async (change: Partial<InspectionRequest> = {}) => {
  const outcome = await makeDossier(archive, request(change), unwatched);
  return { outcome, bytes: await taken(outcome) };
};

/** What an outline says, line by line, with the page that each opens. */
const outlineOf = (pdf: PDFDocument): string[] => {
  const pages = pdf.getPages().map(({ ref }) => ref);
  const lines: string[] = [];
  const walk = (node: PDFDict, depth: number): void => {
    for (
      let at = node.lookupMaybe(PDFName.of('First'), PDFDict);
      at;
      at = at.lookupMaybe(PDFName.of('Next'), PDFDict)
    ) {
      const title = at.lookup(PDFName.of('Title'), PDFHexString).decodeText();
      const page = at.lookup(PDFName.of('Dest'), PDFArray).get(0);
      lines.push(`${'  '.repeat(depth)}${title} ${pages.findIndex((ref) => ref === (page as PDFRef)) + 1}`);
      walk(at, depth + 1);
    }
  };
  walk(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0);
  return lines;
};

describe.skipIf(!canPrint)('an inspection dossier', () => {
  let full: Awaited<ReturnType<typeof made>>;
  let pdf: PDFDocument;
  beforeAll(async () => {
    full = await made();
    pdf = await PDFDocument.load(full.bytes, { updateMetadata: false, throwOnInvalidObject: true });
  }, 120_000);

  it('holds everything in the order of its catalogue, each item behind a bookmark', () => {
    const lines = outlineOf(pdf);
    expect(lines.filter((line) => !line.startsWith(' ')).map((line) => line.replace(/ \d+$/, ''))).toEqual([
      '封面',
      '卷内文件目录',
      '阳光里夕阳红舞蹈队备案材料',
      '阳光里夕阳红舞蹈队向两委报告工作：2026年上半年工作报告',
      '信息公开：财务公开',
      '成员花名册',
      '备考表',
    ]);
    expect(lines).toContain(`备考表 ${full.outcome.pages}`);
    expect(pdf.getPageCount()).toBe(full.outcome.pages);
  });

  it('tells what could not go in, in the outcome, on a page of its own and on the last sheet', () => {
    expect(full.outcome.problems.map(({ paper, reason }) => [paper, reason])).toEqual([
      ['损坏.pdf', 'damaged'],
      ['加密.pdf', 'encrypted'],
    ]);
    const { text } = describePdfBytes(full.bytes);
    expect(text).toContain('文件名：加密.pdf');
    expect(text.slice(text.lastIndexOf('备考表'))).toContain('加密.pdf');
  });

  it('says in its catalogue on which page each item begins, and numbers its pages through', () => {
    const { text, pages } = describePdfBytes(full.bytes);
    const sheets = text.split('\f').slice(0, pages);
    const starts = outlineOf(pdf)
      .filter((line) => !line.startsWith(' '))
      .map((line) => Number(line.split(' ').at(-1)));
    for (const start of starts.slice(2, -1)) expect(sheets[1]).toContain(`第${start}页`);
    for (const [index, sheet] of sheets.entries()) {
      if (index === 0) continue;
      expect(sheet.split(/\s+/), String(index)).toContain(String(index + 1));
    }
  });

  it('prints office files by what they say, and stamps the first page of what was archived', () => {
    const { text } = describePdfBytes(full.bytes);
    for (const words of ['全年开展活动二十四场', '王桂英', '活动照片另存']) expect(text).toContain(words);
    const start = Number(
      outlineOf(pdf)
        .find((line) => line.includes('备案材料'))
        ?.split(' ')
        .at(-1),
    );
    expect(text.split('\f')[start - 1]).toMatch(/2026\s+0001/);
    expect(text).toContain(identityNumber);
  });

  it('was noted in the log of numbers shown, with what it is for', async () => {
    const { rows } = await readRevealLog(archive, { before: null, limit: 1 });
    expect(rows[0]).toMatchObject({
      actor: '周敏',
      reason: 'inspection',
      note: '区民政局年度检查',
      subject: 'roster',
    });
  });

  it('leaves nothing on the disk once it is taken', async () => {
    expect(await readdir(join(archive.ports.paths.archive, 'inspection'))).toEqual([]);
    await expect(takeDossier(archive, { fileId: full.outcome.fileId, from: 0 })).rejects.toEqual(
      new CodedError('NOT_FOUND', { what: 'file' }),
    );
  });

  it('for the public has no scan, no number and no line in the log', async () => {
    const before = await readRevealLog(archive, { before: null, limit: 1 });
    const { bytes, outcome } = await made({ version: 'public', purpose: '', stamped: false });
    const { text } = describePdfBytes(bytes);
    expect(text).toContain('公开版不附');
    for (const secret of [identityNumber, '全年开展活动二十四场', '13812345678'])
      expect(text).not.toContain(secret);
    expect(outcome.problems).toEqual([]);
    expect((await readRevealLog(archive, { before: null, limit: 1 })).total).toBe(before.total);
  });

  it('prints of a matter what was done in it, in the order of the work', async () => {
    const { items } = await planDossier(archive, request({ made: 'all', parts: ['charter-and-form'] }));
    expect(items[0]?.papers.map(({ title }) => title)).toEqual([
      '社区社会组织备案申请书',
      '社区社会组织备案表',
      '社区社会组织章程',
      '发起人名单',
      '负责人基本情况表',
      '成立会议纪要',
      '承诺书',
      '活动场所使用证明',
      '居（村）委会初审意见表',
      '备案公示',
      '同意备案的批复',
      '社区社会组织备案证书',
      '备案证书存根与签收单',
      '章程、备案表三方留存签收单',
      '备案表.pdf',
      '损坏.pdf',
      '加密.pdf',
      '照片.jpg',
      '扫描.png',
      '传真.tif',
    ]);
  });

  it('keeps to the days and parts that were asked for', async () => {
    const { bytes } = await made({
      parts: ['disclosures'],
      made: 'none',
      from: '2026-07-01',
      to: '2026-07-31',
    });
    const lines = outlineOf(await PDFDocument.load(bytes));
    expect(lines.map((line) => line.replace(/ \d+$/, ''))).toEqual([
      '封面',
      '卷内文件目录',
      '信息公开：财务公开',
      '备考表',
    ]);
  });

  it('given up half way leaves nothing', async () => {
    let papers = 0;
    const watch: Watch = {
      report: async () => {
        if ((papers += 1) > 3) throw new CodedError('CANCELLED', {});
      },
    };
    await expect(makeDossier(archive, request(), watch)).rejects.toEqual(new CodedError('CANCELLED', {}));
    expect(await readdir(join(archive.ports.paths.archive, 'inspection'))).toEqual([]);
  });
});
