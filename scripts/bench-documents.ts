/**
 * `npm run bench -- documents`: certificates and rosters as Word against `docx` building each anew, 500 certificates as
 * Word files and as one PDF against limits of 5 s and 10 s, and pages of PDF against LibreOffice. Every ratio compares
 * two things measured one after the other, because on a busy machine seconds alone say little.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Packer } from 'docx';
import { makeDocuments } from '../src/core/documents/make-documents.ts';
import type { PaperDocument } from '../src/core/documents/model.ts';
import type { PreparedPaper } from '../src/core/documents/prepared-paper.ts';
import { certificate } from '../src/core/documents/templates/certificate.ts';
import { fullRoster } from '../src/core/documents/templates/rosters.ts';
import { contentWidthMm, docxDocument, renderUnit, unitsOf } from '../src/core/documents/word-blocks.ts';
import { WordPictures } from '../src/core/documents/word-pictures.ts';
import { WordRenderer } from '../src/core/documents/word-renderer.ts';
import type { Ports } from '../src/core/ports.ts';
import { systemClock, systemRandom } from '../src/core/system-ports.ts';
import { openChromiumPdfPrinter } from '../src/loopback/chromium-pdf-printer.ts';
import type { DocumentFormat } from '../src/shared/domain/document.ts';
import { sampleFace, sampleMembers, sampleRoster } from '../src/core/documents/samples/sample-matter.ts';
import { sampleData } from '../src/core/documents/samples/sample-organization.ts';
import { sampleSeal } from './seal-picture.ts';

const { count: counted } = parseArgs({ options: { count: { type: 'string', default: '500' } } }).values;
const count = Number(counted);
const printer = openChromiumPdfPrinter();
const ports: Ports = {
  clock: systemClock,
  random: systemRandom,
  logger: { info: () => {}, error: () => {} },
  pdf: printer,
  paths: { archive: '', packages: '', resources: '' },
  applicationVersion: '0',
};
const subjectIds = Array.from({ length: count }, (_, index) => String(index + 1));
const picture = sampleSeal();
const madeAt = '2026-04-26T00:00:00.000Z';

const certificateOf = (id: string, seal: typeof picture | null = picture): PaperDocument => {
  const filingNumber = `新河街社备〔2026〕${id}号`;
  const facts = { ...sampleData.facts, name: `阳光里第${id}舞蹈队` };
  const data = { ...sampleData, filingNumber, facts };
  return certificate(sampleFace(data), seal);
};

const members = sampleMembers(200);
const rosterOf = (id: string): PaperDocument =>
  fullRoster(
    sampleRoster({ ...sampleData, facts: { ...sampleData.facts, name: `阳光里第${id}舞蹈队` } }, members),
  );

const secondsOf = async (work: () => Promise<void> | void): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const asDocxBuilds = async (paper: PaperDocument): Promise<void> => {
  const whole = { ...paper, pictures: new WordPictures() };
  const children = unitsOf(paper.blocks).flatMap((unit) => renderUnit(unit, whole, contentWidthMm(paper)));
  await Packer.toBuffer(docxDocument(whole, children));
};

/** Files a second from facts to bytes, against the same papers built by `docx`. */
const compareWord = async (
  name: string,
  paperOf: (id: string) => PaperDocument,
  goal: number,
  amount: number,
): Promise<void> => {
  const renderer = new WordRenderer();
  renderer.render(paperOf('0'), madeAt);
  let best = Infinity;
  // The best of several rounds: other work on the machine only ever makes a round slower.
  for (let round = 0; round < 8; round += 1) {
    const seconds = await secondsOf(() => {
      for (let id = 0; id < amount; id += 1) renderer.render(paperOf(String(id)), madeAt);
    });
    best = Math.min(best, seconds / amount);
  }
  const peers = Math.ceil(amount / 20);
  let peer = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const seconds = await secondsOf(async () => {
      for (let id = 0; id < peers; id += 1) await asDocxBuilds(paperOf(String(id)));
    });
    peer = Math.min(peer, seconds / peers);
  }
  console.log(
    `${name} as Word: ${(1 / best).toFixed(0)}/s, goal ${goal}/s ${1 / best >= goal ? 'kept' : 'MISSED'}; ` +
      `docx itself ${(1 / peer).toFixed(0)}/s, ratio ${(peer / best).toFixed(0)}`,
  );
};

const prepared = (id: string): PreparedPaper => ({
  subjectId: id,
  organizationId: null,
  name: `阳光里第${id}舞蹈队`,
  lacking: [],
  blank: [],
  shared: {},
  build: (seal) => certificateOf(id, seal && picture),
});

const make = async (format: DocumentFormat, limitSeconds: number): Promise<number> => {
  const processor = process.cpuUsage();
  let size = 0;
  const seconds = await secondsOf(async () => {
    const { file } = await makeDocuments(
      {
        kind: 'certificate',
        format,
        subjectIds,
        picture,
        officeTemplate: null,
        prepare: (ids) => Promise.resolve(ids.map(prepared)),
      },
      ports,
      { report: () => new Promise((resolve) => setImmediate(resolve)) },
    );
    size = file?.size ?? 0;
  });
  const { user, system } = process.cpuUsage(processor);
  const limit = (limitSeconds * count) / 500;
  console.log(
    `${count} certificates ${format.padEnd(4)} ${seconds.toFixed(2)} s, limit ${limit.toFixed(1)} s, ratio ${(seconds / limit).toFixed(2)} ` +
      `${seconds <= limit ? 'kept' : 'MISSED'}; ${(count / seconds).toFixed(0)}/s, ${(size / 2 ** 20).toFixed(1)} MiB, ` +
      `own processor time ${((user + system) / 1e6).toFixed(2)} s`,
  );
  return count / seconds;
};

/** Certificates that LibreOffice turns into PDF in a second, one batch in one start; null where there is none. */
const libreOfficeRate = (amount: number): number | null => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-documents-'));
  try {
    const renderer = new WordRenderer();
    const names = Array.from({ length: amount }, (_, id) => join(folder, `${id}.docx`));
    names.forEach((name, id) => writeFileSync(name, renderer.render(certificateOf(String(id)), madeAt)));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const started = performance.now();
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...names], {
      stdio: 'ignore',
    });
    return (amount / (performance.now() - started)) * 1000;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

try {
  await compareWord('certificates', certificateOf, 5000, 400);
  await compareWord('rosters of 200', rosterOf, 400, 60);
  await make('docx', 5);
  if (await printer.available()) {
    await printer.print('<!doctype html><p>warm</p>', certificateOf('0').page.paper);
    const pages = await make('pdf', 10);
    const peer = libreOfficeRate(50);
    if (peer !== null)
      console.log(
        `pages of PDF: ${pages.toFixed(0)}/s, goal 300/s ${pages >= 300 ? 'kept' : 'MISSED'}; ` +
          `LibreOffice ${peer.toFixed(1)}/s, ratio ${(pages / peer).toFixed(0)}, goal 20`,
      );
  } else console.log('pdf: no Chromium, Chrome or Edge found; not measured');
} finally {
  await printer.close();
}
