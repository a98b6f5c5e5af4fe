import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/attachments/attachments.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import type { PrintDevices, SheetSettings } from '../../../src/core/ports.ts';
import type { CoreContext } from '../../../src/core/routes/base.ts';
import { documentsRoutes } from '../../../src/core/routes/documents.ts';
import { issuedPapersRoutes } from '../../../src/core/routes/issued-papers.ts';
import { printingRoutes } from '../../../src/core/routes/printing.ts';
import { openArchiveStore } from '../../../src/core/db/open-archive-store.ts';
import { usualSetup, type PrintRun } from '../../../src/shared/domain/printing.ts';
import { mmToPt } from '../../../src/core/documents/fit-text.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
let open: OpenArchive;
let printed: string[];
let sent: { pages: number; settings: SheetSettings }[];
let jammed: boolean;
let devices: PrintDevices | null;

/** As many pages of the paper's size as the job has papers. */
const pdfOf = async (html: string, paper: { widthMm: number; heightMm: number }): Promise<Uint8Array> => {
  printed.push(html);
  const document = await PDFDocument.create();
  for (const _ of html.match(/<section class="document/g) ?? [])
    document.addPage([mmToPt(paper.widthMm), mmToPt(paper.heightMm)]).drawSquare({ size: 5 });
  return document.save();
};

beforeEach(async () => {
  [printed, sent, jammed, devices] = [[], [], false, null];
  archive = await openTestArchive();
  const printers: PrintDevices = {
    way: 'system',
    list: () => Promise.resolve([{ name: 'HP_1', label: '惠普一号', usual: true }]),
    print: async (pdf, settings) => {
      if (jammed) throw new Error('out of paper');
      sent.push({ pages: (await PDFDocument.load(pdf)).getPageCount(), settings });
    },
  };
  open = {
    ...archive,
    ports: {
      ...archive.ports,
      pdf: { available: () => Promise.resolve(true), print: pdfOf },
      get printers() {
        return devices === null ? undefined : devices;
      },
    } as OpenArchive['ports'],
  };
  devices = printers;
});
afterEach(() => archive.close());

const clients = () => {
  const session = { requireOpen: () => open, desk: () => 'office' } as unknown as CoreContext['session'];
  const context = { session, ports: open.ports };
  return {
    issued: createRouterClient(issuedPapersRoutes, { context }),
    documents: createRouterClient(documentsRoutes, { context }),
    printing: createRouterClient(printingRoutes, { context }),
  };
};

const plain = { mark: null, labels: null } as const;

const run = async (input: Partial<PrintRun> & Pick<PrintRun, 'jobIds'>, signal?: AbortSignal) => {
  const stream = await clients().printing.print(
    { by: '周敏', reason: null, numbered: true, printerId: null, direct: false, ...input },
    signal && { signal },
  );
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('no result');
};

const all = { filter: { text: '', only: null }, offset: 0, limit: 20 };

const certified = async (name: string): Promise<string> => {
  const { id, organizationId } = await startTeam(archive, name);
  await takeSteps(archive, id, upToCertificate);
  return organizationId;
};

it('prints what waits as one document for each format, numbers and registers it, and asks why again', async () => {
  const { printing, issued, documents } = clients();
  const teams = [await certified('阳光里夕阳红舞蹈队'), await certified('阳光里合唱队')];
  const first = await printing.add({ kind: 'certificate', subjectIds: teams, ...plain });
  expect(first).toMatchObject({ added: 2, waiting: [{ summary: '阳光里夕阳红舞蹈队等 2 个', copies: 1 }] });
  // What waits already does not wait twice.
  expect(await printing.add({ kind: 'certificate', subjectIds: teams, ...plain })).toMatchObject({
    added: 0,
  });
  await printing.add({ kind: 'roster-public', subjectIds: [teams[0]!], ...plain });
  await printing.add({ kind: 'label', subjectIds: teams, mark: null, labels: { sheet: '3x8', startAt: 5 } });
  await printing.add({ kind: 'dossier-cover', subjectIds: teams, ...plain });
  const { waiting } = await printing.queue();
  expect(waiting.map(({ kind }) => kind)).toEqual(['certificate', 'roster-public', 'label', 'dossier-cover']);
  const ids = waiting.map(({ id }) => id);
  await printing.setCopies({ id: ids[0]!, copies: 2 });
  await printing.arrange({ ids: [ids[3]!, ids[0]!, ids[1]!, ids[2]!] });
  await expect(printing.arrange({ ids: ids.slice(1) })).rejects.toMatchObject({ code: 'CONFLICT' });

  // A restart: what waits is still there, in its order.
  await archive.store.close();
  const store = await openArchiveStore(join(archive.ports.paths.archive, 'archive.db'), archive.databaseKey);
  open = { ...open, store };
  const { folder } = archive;
  archive = {
    ...archive,
    store,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  expect((await clients().printing.queue()).waiting.map(({ id }) => id)).toEqual([
    ids[3],
    ids[0],
    ids[1],
    ids[2],
  ]);

  const outcome = await run({ jobIds: ids });
  expect(
    outcome.documents.map(({ sheet, pages, onto, sent: wasSent }) => [
      sheet.widthMm,
      sheet.heightMm,
      pages,
      onto,
      wasSent,
    ]),
  ).toEqual([
    [210, 297, 3, 'plain', false],
    [297, 210, 4, 'plain', false],
    // Labels go onto another paper.
    [210, 297, 1, 'labels', false],
  ]);
  expect(outcome).toMatchObject({ jobs: 4, numbered: 7, skipped: [] });
  const taken = await documents.takeFile({ fileId: outcome.documents[0]!.fileId });
  expect((await PDFDocument.load(await taken.arrayBuffer())).getPageCount()).toBe(
    outcome.documents[0]!.pages,
  );
  const { rows } = await issued.list(all);
  expect(
    rows.map(({ kind, copies, printing: number, printedBy }) => [kind, copies, number, printedBy]),
  ).toEqual([
    ['roster-public', 1, 1, '周敏'],
    ['certificate', 2, 1, '周敏'],
    ['certificate', 2, 1, '周敏'],
    ['dossier-cover', 1, 1, '周敏'],
    ['dossier-cover', 1, 1, '周敏'],
  ]);
  // Each kind keeps a PDF of its own, and it is PDF/A by what it says.
  for (const row of rows) {
    const kept = new Uint8Array(await (await issued.keptFile({ id: row.id })).arrayBuffer());
    expect(digestOf(kept)).toBe(row.sha256);
    expect(Buffer.from(kept).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  }
  const after = await printing.queue();
  expect(after.waiting).toEqual([]);
  expect(after.printed.map(({ printed: when }) => when?.by)).toEqual(['周敏', '周敏', '周敏', '周敏']);
  await expect(run({ jobIds: ids })).rejects.toMatchObject({ code: 'CONFLICT' });

  const again = await printing.again({ id: ids[0]! });
  const [waitsAgain] = again.waiting;
  await expect(run({ jobIds: [waitsAgain!.id] })).rejects.toMatchObject({
    code: 'INVALID_VALUE',
    data: { field: 'reprintReason', reason: 'missing' },
  });
  await run({ jobIds: [waitsAgain!.id], reason: '卡纸' });
  expect((await issued.list({ ...all, filter: { text: '', only: 'reprinted' } })).rows).toHaveLength(2);
  expect(printed.at(-1)).toContain('第1份　共2份　第2次打印');
  expect((await printing.forgetPrinted()).printed).toEqual([]);
});

it('leaves the queue and the registers as they were when it is cancelled, or where a paper lacks something', async () => {
  const { printing, issued } = clients();
  const team = await certified('阳光里夕阳红舞蹈队');
  const draft = await startTeam(archive, '阳光里合唱队');
  await printing.add({ kind: 'certificate', subjectIds: [team, draft.organizationId], ...plain });
  await printing.add({
    kind: 'certificate',
    subjectIds: [draft.organizationId],
    mark: 'photocopy',
    labels: null,
  });
  const ids = (await printing.queue()).waiting.map(({ id }) => id);
  const controller = new AbortController();
  const stream = await printing.print(
    { jobIds: ids, by: '周敏', reason: null, numbered: true, printerId: null, direct: false },
    { signal: controller.signal },
  );
  await expect(
    (async () => {
      for await (const event of stream) if (event.type === 'progress') controller.abort();
    })(),
  ).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await issued.list(all)).total).toBe(0);
  expect((await printing.queue()).waiting).toHaveLength(2);
  const outcome = await run({ jobIds: ids });
  expect(outcome).toMatchObject({ jobs: 1, papers: 1, numbered: 1 });
  expect(outcome.skipped.map(({ name }) => name)).toEqual(['阳光里合唱队', '阳光里合唱队']);
  // Of the second not one paper could be made: it waits.
  expect((await printing.queue()).waiting.map(({ id }) => id)).toEqual([ids[1]]);
});

it('sends documents to the printer with the sheet, sides, colour and copies of their kind, and keeps what did not arrive', async () => {
  const { printing, issued } = clients();
  const team = await certified('阳光里夕阳红舞蹈队');
  expect(await printing.way()).toEqual({
    way: 'system',
    devices: [{ name: 'HP_1', label: '惠普一号', usual: true }],
  });
  const offset = { xMm: 1.5, yMm: -2, scale: 1 };
  const [printer] = await printing.savePrinter({
    id: null,
    name: '档案室打印机',
    deviceName: 'HP_1',
    offset,
    usual: false,
    measured: true,
  });
  expect(printer).toMatchObject({ usual: true, measuredOn: '2026-11-23', offset });
  const named = { name: '档案室打印机', deviceName: null, offset, usual: true, measured: false };
  await expect(printing.savePrinter({ id: null, ...named })).rejects.toMatchObject({ code: 'CONFLICT' });
  await printing.saveSetup({
    kind: 'certificate',
    setup: { ...usualSetup, sheet: 'a3', colour: 'grey', copies: 3, tray: '证书纸放二号纸盒' },
  });
  await printing.saveSetup({ kind: 'roster-public', setup: { ...usualSetup, duplex: 'long-edge' } });
  await expect(
    printing.saveSetup({ kind: 'approval', setup: { ...usualSetup, sheet: 'b5' } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(
    printing.saveSetup({ kind: 'approval', setup: { ...usualSetup, stock: true } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await printing.add({ kind: 'certificate', subjectIds: [team], ...plain });
  await printing.add({ kind: 'roster-public', subjectIds: [team], ...plain });
  const jobIds = (await printing.queue()).waiting.map(({ id }) => id);
  const outcome = await run({ jobIds, printerId: printer!.id, direct: true, numbered: false });
  expect(outcome).toMatchObject({ jobs: 2, numbered: 0 });
  expect(outcome.documents.map(({ sent: wasSent, tray }) => [wasSent, tray])).toEqual([
    [true, '证书纸放二号纸盒'],
    [true, null],
  ]);
  expect(sent.map(({ pages, settings }) => [pages, { ...settings, title: '' }])).toEqual([
    [
      1,
      {
        deviceName: 'HP_1',
        sheet: { widthMm: 420, heightMm: 297 },
        duplex: 'simplex',
        colour: 'grey',
        copies: 3,
        title: '',
      },
    ],
    [
      1,
      {
        deviceName: 'HP_1',
        sheet: { widthMm: 210, heightMm: 297 },
        duplex: 'long-edge',
        colour: 'colour',
        copies: 1,
        title: '',
      },
    ],
  ]);
  expect((await issued.list(all)).total).toBe(0);

  jammed = true;
  await printing.add({ kind: 'roster-public', subjectIds: [team], ...plain });
  const [waits] = (await printing.queue()).waiting;
  const failed = await run({ jobIds: [waits!.id], printerId: printer!.id, direct: true });
  expect(failed.documents).toMatchObject([{ sent: false }]);
  const file = await clients().documents.takeFile({ fileId: failed.documents[0]!.fileId });
  expect(file.name).toBe('打印_A4_1页_2026-11-23.pdf');
  // What counts was registered before: a paper that left without a line would be worse than a line without its paper.
  expect((await issued.list(all)).total).toBe(1);
});

it('keeps the whole paper of a certificate whose words alone go onto stock', async () => {
  const { printing, issued } = clients();
  const team = await certified('阳光里夕阳红舞蹈队');
  await printing.saveSetup({ kind: 'certificate', setup: { ...usualSetup, stock: true } });
  const [printer] = await printing.savePrinter({
    id: null,
    name: '窗口打印机',
    deviceName: null,
    offset: { xMm: 0, yMm: 0, scale: 1 },
    usual: true,
    measured: false,
  });
  const { names, fields } = await printing.stock({ kind: 'certificate', printerId: printer!.id });
  expect(fields).toEqual({});
  expect(names).toEqual(expect.arrayContaining(['备案号', '组织名称', '负责人', '落款日期', '二维码']));
  const nudged = { 备案号: { xMm: 2, yMm: -1, printed: true }, 二维码: { xMm: 0, yMm: 0, printed: false } };
  await printing.saveStock({ kind: 'certificate', printerId: printer!.id, fields: nudged });
  expect((await printing.stock({ kind: 'certificate', printerId: printer!.id })).fields).toEqual(nudged);
  await printing.add({ kind: 'certificate', subjectIds: [team], ...plain });
  const [waits] = (await printing.queue()).waiting;
  await run({ jobIds: [waits!.id], printerId: printer!.id });
  const [whole, words] = printed;
  expect(whole).not.toContain('class="given"');
  expect(words).toMatch(
    /class="given" style=";?position:relative;left:2mm;top:-1mm;color:#1F1A17">新河街社备/,
  );
  expect(words).toMatch(/<svg class="qr" role/);
  expect((await issued.list(all)).rows).toMatchObject([{ kind: 'certificate', copies: 1 }]);
  const sample = await printing.stockSample({ kind: 'certificate', fields: nudged });
  expect(sample).toMatchObject({ paper: { widthMm: 297, heightMm: 210 } });
  expect(sample.html).toContain('class="decoration"');
  await printing.removePrinter({ id: printer!.id });
  expect(await printing.printers()).toEqual([]);
});

it('keeps the office its own label sheets, and lets labels begin where the sheet is used up', async () => {
  const { printing, documents } = clients();
  const team = await certified('阳光里夕阳红舞蹈队');
  const format = {
    sheetWidthMm: 210,
    sheetHeightMm: 297,
    columns: 2,
    rows: 5,
    widthMm: 90,
    heightMm: 50,
    marginLeftMm: 12,
    marginTopMm: 18,
    gapXMm: 4,
    gapYMm: 2,
  };
  const { sheets, usual } = await printing.saveLabelSheet({ id: null, name: '得力 2×5', format });
  expect(usual).toBe('2x4');
  const own = sheets.find(({ own: isOwn }) => isOwn);
  expect(own).toMatchObject({ name: '得力 2×5', format });
  await expect(printing.saveLabelSheet({ id: null, name: '得力 2×5', format })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await expect(
    printing.saveLabelSheet({ id: null, name: '太宽', format: { ...format, widthMm: 110 } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(printing.removeLabelSheet({ id: '2x4' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await printing.chooseLabelSheet({ id: own!.id })).toMatchObject({ usual: own!.id });
  const { html, paper } = await documents.preview({
    kind: 'label',
    subjectIds: [team],
    withSeal: false,
    labels: { sheet: own!.id, startAt: 4 },
  });
  expect(paper).toMatchObject({ widthMm: 210, heightMm: 297 });
  // Row, gap, row: the label stands in the second place of the second row.
  expect(html.match(/<tr/g)).toHaveLength(3);
  expect(html.slice(0, html.indexOf('阳光里夕阳红舞蹈队</span>')).match(/<svg/g)).toBeNull();
  expect((await printing.removeLabelSheet({ id: own!.id })).usual).toBe('2x4');
});
