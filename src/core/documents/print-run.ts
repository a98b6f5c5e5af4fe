import type { Paper } from '../../shared/domain/document.ts';
import {
  isLabelKind,
  isNumbered,
  isStockKind,
  sheetFor,
  usualSetup,
  type PaperSetup,
  type PrintMedium,
  type PrintedDocument,
  type PrintJob,
  type PrintRun,
} from '../../shared/domain/printing.ts';
import { CodedError } from '../../shared/errors.ts';
import { paperMarkLabels } from '../../shared/labels/document.ts';
import type { OpenArchive } from '../open-archive.ts';
import { nextPrintings, recordIssued, type IssuedBatch } from '../services/issued-papers.ts';
import { keepFile } from '../services/made-files.ts';
import { jobsToPrint, markPrinted } from '../services/print-queue.ts';
import { printerInUse, readSetups, type PrinterInUse } from '../services/printers.ts';
import type { Watch } from '../services/watched-work.ts';
import { makeDocuments, type DocumentJob, type MadeDocuments } from './make-documents.ts';
import { paperTemplates } from './paper-templates.ts';
import { layOnSheets, type SheetPart } from './print-sheets.ts';

export interface PrintOutcome {
  readonly documents: PrintedDocument[];
  /** Jobs that were printed; those of whose papers not one could be made still wait. */
  readonly jobs: number;
  readonly papers: number;
  /** Copies that were numbered and registered. */
  readonly numbered: number;
  readonly skipped: MadeDocuments['skipped'];
}

/** A job made into pages. */
interface MadeJob {
  readonly job: PrintJob;
  readonly setup: PaperSetup;
  readonly part: SheetPart;
  readonly onto: PrintMedium;
  /** Sheets that leave the printer for each page; numbered copies are pages of their own. */
  readonly copies: number;
  readonly batch: IssuedBatch | null;
  readonly count: number;
}

/** Progress of one job as a part of the whole run. */
const within = (watch: Watch, before: number, total: number): Watch => ({
  report: (stage, done) => watch.report(stage, Math.min(total, before + done), total),
});

interface RunMaker {
  readonly archive: OpenArchive;
  readonly run: PrintRun;
  readonly printer: PrinterInUse;
  readonly setups: ReadonlyMap<PrintJob['kind'], PaperSetup>;
  readonly skipped: MadeDocuments['skipped'];
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const makeJob = async (
  { archive, run, printer, setups, skipped }: RunMaker,
  job: PrintJob,
  watch: Watch,
  signal?: AbortSignal,
): Promise<MadeJob | null> => {
  const { kind, subjectIds, mark, labels } = job;
  const setup = setups.get(kind) ?? usualSetup;
  const numbered = run.numbered && isNumbered(job);
  const issue = numbered
    ? { copies: job.copies, printingOf: await nextPrintings(archive, kind, subjectIds, run) }
    : null;
  const whole: DocumentJob = {
    kind,
    format: 'pdf',
    subjectIds,
    picture: null,
    officeTemplate: null,
    whole: true,
    watermark: mark && paperMarkLabels[mark],
    issue,
    prepare: (ids) => paperTemplates[kind].prepare(archive, ids, labels),
  };
  const onStock = setup.stock && isStockKind(kind) && mark === null;
  const stock = onStock ? { ...whole, stock: printer.stockOf(kind) } : null;
  // What is kept is the whole paper; onto the stock go the words alone.
  const kept = numbered || stock === null ? await makeDocuments(whole, archive.ports, watch, signal) : null;
  const printed = stock === null ? kept : await makeDocuments(stock, archive.ports, watch, signal);
  if (printed === null) return null;
  skipped.push(...printed.skipped);
  if (printed.file === null || printed.page === null) return null;
  const page: Paper = printed.page;
  return {
    job,
    setup,
    part: {
      pdf: await bytesOf(printed.file),
      page,
      sheet: isLabelKind(kind) ? page : sheetFor(page, setup),
    },
    onto: isLabelKind(kind) ? 'labels' : onStock ? 'stock' : 'plain',
    copies: numbered ? 1 : job.copies,
    batch: numbered && kept?.file ? { kind, file: kept.file, copies: job.copies, papers: kept.issued } : null,
    count: numbered ? printed.count / job.copies : printed.count,
  };
};

/** Plain paper is one medium; each sheet of labels and each stock is another. */
const mediumOf = ({ onto, job }: MadeJob): string =>
  onto === 'plain' ? '' : onto === 'labels' ? (job.labels?.sheet ?? 'labels') : job.kind;

/** Jobs that go onto sheets of one size and medium, printed the same way; each group is one document. */
const byFormat = (made: readonly MadeJob[]): MadeJob[][] => {
  const groups = new Map<string, MadeJob[]>();
  for (const each of made) {
    const { part, setup, copies } = each;
    const { duplex, colour, tray } = setup;
    const { widthMm, heightMm } = part.sheet;
    const key = [widthMm, heightMm, duplex, colour, tray, copies, mediumOf(each)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
};

/** Words for a sheet, e.g. A4 横. */
export const sheetWords = ({ widthMm, heightMm }: Pick<Paper, 'widthMm' | 'heightMm'>): string => {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)];
  const known: Readonly<Record<string, string>> = { '210×297': 'A4', '297×420': 'A3', '182×257': 'B5' };
  const name = known[`${short}×${long}`];
  return name === undefined ? `${widthMm}×${heightMm}毫米` : `${name}${widthMm > heightMm ? '横' : ''}`;
};

interface LaidDocument {
  readonly pdf: Uint8Array;
  readonly told: Omit<PrintedDocument, 'fileId' | 'sent'>;
  readonly copies: number;
}

const layOut = async (
  groups: readonly (readonly MadeJob[])[],
  { printer, run, archive }: RunMaker,
  watch: Watch,
): Promise<LaidDocument[]> => {
  const laid: LaidDocument[] = [];
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  let done = 0;
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const { setup, part, copies } = first;
    // A printer is told how often; a file says it all by itself.
    const times = run.direct ? 1 : copies;
    const parts = Array.from({ length: times }, () => group.map((each) => each.part)).flat();
    const { pdf, pages } = await layOnSheets(parts, printer.offset, setup.duplex !== 'simplex', () =>
      watch.report('sheets', done, total),
    );
    done += group.length;
    const { widthMm, heightMm } = part.sheet;
    laid.push({
      pdf,
      copies,
      told: {
        fileName: `打印_${sheetWords(part.sheet)}_${pages}页_${archive.ports.clock.today()}.pdf`,
        sheet: { widthMm, heightMm },
        duplex: setup.duplex,
        colour: setup.colour,
        pages,
        onto: first.onto,
        kinds: [...new Set(group.map(({ job }) => job.kind))],
        tray: setup.tray,
      },
    });
  }
  return laid;
};

/** Sends a document to the printer, or keeps it to be taken; what could not be sent is kept as well. */
const handOver = async (
  { archive, run, printer }: RunMaker,
  { pdf, told, copies }: LaidDocument,
): Promise<PrintedDocument> => {
  const { printers, logger } = archive.ports;
  const keep = (): string => keepFile(archive, new File([pdf], told.fileName, { type: 'application/pdf' }));
  if (!run.direct || printers === undefined) return { ...told, fileId: keep(), sent: false };
  try {
    const { sheet, duplex, colour } = told;
    await printers.print(pdf, {
      deviceName: printer.deviceName,
      sheet,
      duplex,
      colour,
      copies,
      title: told.fileName,
    });
    return { ...told, fileId: '', sent: true };
  } catch (error) {
    logger.error('print-failed', error);
    return { ...told, fileId: keep(), sent: false };
  }
};

/**
 * Prints jobs of the queue: every paper is made, numbered and registered, all or nothing, and only then leaves the core,
 * one document for each format. Cancelled before that, nothing has happened.
 *
 * @throws CodedError CONFLICT, INVALID_VALUE `reprintReason`, PDF_PRINTER_MISSING, PDF_FAILED, CANCELLED
 */
export const printQueue = async (
  archive: OpenArchive,
  run: PrintRun,
  watch: Watch,
  signal?: AbortSignal,
): Promise<PrintOutcome> => {
  const jobs = await jobsToPrint(archive, run.jobIds);
  const setups = new Map((await readSetups(archive)).map(({ kind, setup }) => [kind, setup]));
  const maker: RunMaker = {
    archive,
    run,
    printer: await printerInUse(archive, run.printerId),
    setups,
    skipped: [],
  };
  const total = jobs.reduce((sum, { subjectIds }) => sum + subjectIds.length, 0);
  const made: MadeJob[] = [];
  let before = 0;
  for (const job of jobs) {
    const ready = await makeJob(maker, job, within(watch, before, total), signal);
    before += job.subjectIds.length;
    if (ready !== null) made.push(ready);
  }
  const laid = await layOut(byFormat(made), maker, watch);
  if (signal?.aborted) throw new CodedError('CANCELLED', {});
  const batches = made.flatMap(({ batch }) => batch ?? []);
  const ids = made.map(({ job }) => job.id);
  await recordIssued(archive, batches, run, markPrinted(archive, ids, run.by));
  const documents: PrintedDocument[] = [];
  // From here on nothing is taken back, so nothing looks at a cancel.
  for (const each of laid) documents.push(await handOver(maker, each));
  return {
    documents,
    jobs: made.length,
    papers: made.reduce((sum, { count }) => sum + count, 0),
    numbered: batches.reduce((sum, { papers, copies }) => sum + papers.length * copies, 0),
    skipped: maker.skipped,
  };
};
