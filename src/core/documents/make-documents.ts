import type { DocumentFormat, DocumentKind, Paper } from '../../shared/domain/document.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { StockFields } from '../../shared/domain/printing.ts';
import { CodedError } from '../../shared/errors.ts';
import { documentShortLabels } from '../../shared/labels/document.ts';
import type { Ports } from '../ports.ts';
import type { Watch } from '../services/watched-work.ts';
import { DocumentFileNames } from './document-file-names.ts';
import { htmlDocument, htmlEnd, htmlStart } from './html-renderer.ts';
import type { PaperDocument, SealPicture } from './model.ts';
import { paperTemplates } from './paper-templates.ts';
import { OfficePaperRenderer } from './office/office-paper.ts';
import { finishPdf } from './finish-pdf.ts';
import { sealOn } from './seal-place.ts';
import type { PreparedPaper } from './prepared-paper.ts';
import { WordRenderer } from './word-renderer.ts';
import { zipStored } from './zip-stored.ts';

export interface DocumentJob {
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
  readonly subjectIds: readonly string[];
  /** Laid over name and date; null leaves the place for a stamp. */
  readonly picture: SealPicture | null;
  /** Across every paper: it is not the issued one. */
  readonly watermark?: string | null;
  /** A print that counts: numbered copies of each paper, drafts left out. */
  readonly issue?: { readonly copies: number; readonly printingOf: (subjectId: string) => number } | null;
  /** The office's own template of the kind, for Word files; null prints as built in. */
  readonly officeTemplate: Uint8Array | null;
  /** Only the words, for stock that bears the rest (stock.ts); null for whole papers. */
  readonly stock?: StockFields | null;
  /** One file however many papers. */
  readonly whole?: boolean;
  /** Reads what some of the subjects print, in their order. */
  readonly prepare: (ids: readonly string[]) => Promise<readonly PreparedPaper[]>;
}

interface SkippedDocument {
  readonly subjectId: string;
  readonly organizationId: OrganizationId | null;
  readonly name: string;
  readonly missing: string[];
}

export interface MadeDocuments {
  /** null where not one document could be made. */
  readonly file: File | null;
  readonly count: number;
  /** Page of the papers as they are laid out; null for Word files, and where there are none. */
  readonly page: Paper | null;
  readonly skipped: SkippedDocument[];
  /** Papers that carry the seal picture, for the register of its uses. */
  readonly sealed: SealedPaper[];
  /** Papers that were issued, each once however many copies. */
  readonly issued: (SealedPaper & { readonly printing: number })[];
}

/** A paper as registers name it. */
interface SealedPaper {
  readonly subjectId: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string;
  readonly title: string;
  readonly documentNumber: string | null;
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is told of a job besides its file. */
type Outcome = Pick<MadeDocuments, 'skipped' | 'sealed' | 'issued'>;

/** Subjects read at a time, and documents made between two looks at the watch. */
const stride = 10;

const mediaTypes: Readonly<Record<'docx' | 'html' | 'pdf' | 'zip', string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html;charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
};

const fileOf = (name: string, parts: readonly Uint8Array[]): File => {
  const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof mediaTypes;
  return new File([...parts] as Buffer<ArrayBuffer>[], name, { type: mediaTypes[extension] });
};

const copiesOf = (paper: PaperDocument, copies: number, printing: number): PaperDocument[] =>
  Array.from({ length: copies }, (_, index) => ({
    ...paper,
    copyLine: `第${index + 1}份　共${copies}份${printing === 1 ? '' : `　第${printing}次打印`}`,
  }));

/**
 * The documents of a job, built a few at a time so that a batch of thousands keeps little in memory and a cancel is
 * seen at once. Incomplete ones go to `skipped`.
 */
async function* papersOf(
  job: DocumentJob,
  { skipped, sealed, issued }: Outcome,
  watch: Watch,
): AsyncGenerator<{
  readonly paper: PaperDocument;
  readonly name: string;
  readonly shared: PreparedPaper['shared'];
}> {
  const total = job.subjectIds.length;
  const step = paperTemplates[job.kind].joined ? total : stride;
  for (let start = 0; start < total; start += step) {
    await watch.report('documents', start, total);
    for (const prepared of await job.prepare(job.subjectIds.slice(start, start + step))) {
      const { subjectId, organizationId, name, lacking, build, shared } = prepared;
      if (lacking.length > 0) {
        skipped.push({ subjectId, organizationId, name, missing: [...lacking] });
        continue;
      }
      const built = build(job.picture);
      const marked = job.watermark ? { ...built, watermark: job.watermark } : built;
      const paper = job.stock ? { ...marked, stock: { fields: job.stock, faint: false } } : marked;
      const { title, documentNumber = null } = paper;
      const known = { subjectId, organizationId, organizationName: name, title, documentNumber };
      if ((job.issue || job.stock) && paper.watermark) {
        skipped.push({ subjectId, organizationId, name, missing: ['办理决定，现在还是草稿'] });
        continue;
      }
      if (sealOn(paper) !== null) sealed.push(known);
      if (!job.issue) {
        yield { paper, name, shared };
        continue;
      }
      const printing = job.issue.printingOf(subjectId);
      issued.push({ ...known, printing });
      yield* copiesOf(paper, job.issue.copies, printing).map((copy) => ({ paper: copy, name, shared }));
    }
  }
  await watch.report('documents', total, total);
}

const makeWord = async (
  job: DocumentJob,
  outcome: Outcome,
  watch: Watch,
  ports: Ports,
): Promise<NamedFile[]> => {
  const renderer = new WordRenderer();
  // A template of the office's own bears no seal picture and no copy number: where they are logged, they must be there.
  const own =
    job.officeTemplate && job.picture === null && !job.issue
      ? new OfficePaperRenderer(job.kind, job.officeTemplate)
      : null;
  const names = new DocumentFileNames();
  const madeAt = ports.clock.instant();
  const files: NamedFile[] = [];
  for await (const { paper, name, shared } of papersOf(job, outcome, watch)) {
    files.push({
      name: names.next(documentShortLabels[job.kind], name, 'docx'),
      bytes: own?.render(paper, shared) ?? renderer.render(paper, madeAt),
    });
  }
  return files;
};

interface PrintJob {
  readonly html: string;
  /** Whose page and decoration all share. */
  readonly first: PaperDocument;
  readonly count: number;
  /** Name of its only organization; null for a batch. */
  readonly name: string | null;
}

const printJobs = async (job: DocumentJob, outcome: Outcome, watch: Watch): Promise<PrintJob[]> => {
  // A browser would draw the decoration of every page anew: see pdf-decoration.ts.
  const decorated = job.format !== 'pdf';
  // What is issued together is kept together.
  const perJob =
    job.format === 'pdf' && !job.issue && !job.whole ? paperTemplates[job.kind].documentsPerJob : Infinity;
  const jobs: PrintJob[] = [];
  let parts: string[] = [];
  let first: { readonly paper: PaperDocument; readonly name: string } | null = null;
  const finish = (): void => {
    if (!first) return;
    const count = parts.length;
    const title = count === 1 ? first.paper.title : `${first.paper.properties.subject} ${count}份`;
    const html = [htmlStart(first.paper, title, job.picture, count, decorated), ...parts, htmlEnd].join('');
    jobs.push({ html, first: first.paper, count, name: count === 1 ? first.name : null });
    parts = [];
    first = null;
  };
  for await (const made of papersOf(job, outcome, watch)) {
    first ??= made;
    parts.push(htmlDocument(made.paper, parts.length, decorated));
    if (parts.length >= perJob) finish();
  }
  finish();
  return jobs;
};

const printPdf = async (
  { html, first, count }: PrintJob,
  issued: boolean,
  ports: Ports,
  signal?: AbortSignal,
): Promise<Uint8Array> => {
  const { page, decoration, stock, title, properties } = first;
  const pdf = await ports.pdf.print(html, page.paper, signal);
  const { subject, author } = properties;
  return finishPdf(pdf, {
    // Stock bears its decoration in print.
    decoration: stock ? [] : decoration,
    page,
    archival: issued
      ? {
          title: count === 1 ? title : `${subject} ${count}份`,
          author,
          subject,
          madeAt: ports.clock.instant(),
        }
      : null,
  });
};

const makePrint = async (
  job: DocumentJob,
  outcome: Outcome,
  watch: Watch,
  ports: Ports,
  signal?: AbortSignal,
): Promise<{ readonly files: NamedFile[]; readonly count: number; readonly page: Paper | null }> => {
  if (job.format === 'pdf' && !(await ports.pdf.available())) throw new CodedError('PDF_PRINTER_MISSING', {});
  const jobs = await printJobs(job, outcome, watch);
  const names = new DocumentFileNames();
  const files: NamedFile[] = [];
  const count = jobs.reduce((sum, each) => sum + each.count, 0);
  let printed = 0;
  for (const print of jobs) {
    const { html, count: inJob, name } = print;
    await watch.report('printing', printed, count);
    const issued = job.issue !== null && job.issue !== undefined && !job.stock;
    const bytes =
      job.format === 'pdf' ? await printPdf(print, issued, ports, signal) : new TextEncoder().encode(html);
    printed += inJob;
    const part = jobs.length === 1 ? `${inJob}份` : `第${printed - inJob + 1}至${printed}份`;
    files.push({ name: names.next(documentShortLabels[job.kind], name ?? part, job.format), bytes });
  }
  await watch.report('printing', printed, count);
  return { files, count, page: jobs[0]?.first.page.paper ?? null };
};

/**
 * Makes the documents of a job into one file: a single document as it is; several Word files, or more print jobs than
 * one, as a zip; print documents of up to about 500 pages as one. Documents that lack a required fact are left out and
 * named.
 *
 * @throws CodedError PDF_PRINTER_MISSING, PDF_FAILED, CANCELLED
 */
export const makeDocuments = async (
  job: DocumentJob,
  ports: Ports,
  watch: Watch,
  signal?: AbortSignal,
): Promise<MadeDocuments> => {
  const outcome: Outcome = { skipped: [], sealed: [], issued: [] };
  const word = job.format === 'docx';
  const { files, count, page } = word
    ? await makeWord(job, outcome, watch, ports).then((made) => ({
        files: made,
        count: made.length,
        page: null,
      }))
    : await makePrint(job, outcome, watch, ports, signal);
  const [only] = files;
  if (!only) return { file: null, count, page, ...outcome };
  if (files.length === 1) return { file: fileOf(only.name, [only.bytes]), count, page, ...outcome };
  const name = `${documentShortLabels[job.kind]}_${count}份_${ports.clock.today()}.zip`;
  return { file: fileOf(name, await zipStored(files, ports.clock.instant())), count, page, ...outcome };
};
