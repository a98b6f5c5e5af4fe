import type { ArchiveStamp } from '../../shared/domain/archive-stamp.ts';
import { archiveStampMm } from '../../shared/domain/archive-stamp.ts';
import type {
  InspectionGapReason,
  InspectionProblem,
  InspectionRequest,
} from '../../shared/domain/inspection.ts';
import { CodedError } from '../../shared/errors.ts';
import { inspectionGapLabels } from '../../shared/labels/inspection.ts';
import { renderHtml } from '../documents/html-renderer.ts';
import type { PaperDocument } from '../documents/model.ts';
import { paperTemplates } from '../documents/paper-templates.ts';
import { referenceSheetWith } from '../documents/templates/archive-papers.ts';
import {
  archiveStampPaper,
  inspectionCatalogue,
  inspectionCover,
  inspectionGap,
  stampEdgeMm,
  type CataloguedPages,
} from '../documents/templates/inspection-papers.ts';
import type { OpenArchive } from '../open-archive.ts';
import {
  planDossier,
  type DossierPlan,
  type PlannedItem,
  type PlannedPaper,
} from '../services/dossier-plan.ts';
import type { Watch } from '../services/watched-work.ts';
import { drawnPages, NoPages, pagesOfKept, type PageSource } from './kept-paper.ts';
import type { PageParts, PageStamp } from './page-job.ts';
import type { PageThread } from './page-thread.ts';
import { VolumePdf, type Bookmark } from './volume-pdf.ts';

/** What a finished dossier came to. */
export interface DossierCounts {
  readonly title: string;
  readonly pages: number;
  readonly items: number;
  readonly problems: readonly InspectionProblem[];
}

const a4 = { widthMm: 210, heightMm: 297, orientation: 'portrait' } as const;
/** In the middle of the upper edge (DA/T 22-2015, 5.4.5), above what most papers say. */
const stampAt = { xMm: (a4.widthMm - archiveStampMm.widthMm) / 2 - stampEdgeMm, yMm: 5 } as const;

/** Whatever page number a catalogue can name is no longer than this one. */
const widestPage = 9999;

/** Pages that were written, and what the outline says of them. */
interface WrittenItem {
  readonly planned: PlannedItem;
  readonly startsOn: number;
  readonly pages: readonly number[];
  readonly bookmark: Bookmark | null;
}

/** One run over one dossier: what was written so far. */
class DossierRun {
  readonly volume = new VolumePdf();
  readonly problems: InspectionProblem[] = [];
  readonly #archive: OpenArchive;
  readonly #thread: PageThread;
  readonly #watch: Watch;
  readonly #signal: AbortSignal | undefined;
  readonly #total: number;
  #done = 0;
  /** Number of the next page. */
  next = 1;

  constructor(
    archive: OpenArchive,
    thread: PageThread,
    total: number,
    watch: Watch,
    signal: AbortSignal | undefined,
  ) {
    this.#archive = archive;
    this.#thread = thread;
    this.#total = total;
    this.#watch = watch;
    this.#signal = signal;
  }

  /** One paper more. @throws CodedError CANCELLED */
  async paper(): Promise<void> {
    await this.#watch.report('dossier', this.#done, this.#total);
    this.#done += 1;
  }

  print(paper: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
    return this.printHtml(renderHtml([paper]), paper.page.paper);
  }

  async printHtml(html: string, paper: PaperDocument['page']['paper']): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#archive.ports.pdf.print(html, paper, this.#signal));
  }

  /** @param firstPage null for pages that bear no number */
  async pagesOf(source: PageSource, firstPage: number | null, stamp: PageStamp | null): Promise<PageParts> {
    const printed =
      source.as === 'html' ? { as: 'pdf' as const, bytes: await this.printHtml(source.html, a4) } : source;
    const answer = await this.#thread.pages({
      kind: printed.as,
      bytes: printed.bytes,
      firstObject: this.volume.firstFree,
      firstPage,
      stamp: stamp && { ...stamp, pdf: stamp.pdf.slice() },
    });
    if ('failure' in answer) throw new NoPages(answer.failure);
    return answer.parts;
  }

  /** The pages of one of our own papers, which cannot fail. */
  async ownPages(paper: PaperDocument, firstPage: number | null): Promise<PageParts> {
    return this.pagesOf({ as: 'pdf', bytes: await this.print(paper) }, firstPage, null);
  }
}

const stampFor = async (
  run: DossierRun,
  stamp: ArchiveStamp | null,
  hubName: string,
): Promise<PageStamp | null> =>
  stamp === null ? null : { pdf: await run.print(archiveStampPaper(stamp, hubName)), ...stampAt };

/** @throws NoPages `incomplete` */
const madePaper = async (
  archive: OpenArchive,
  { kind, subjectId }: Extract<PlannedPaper, { what: 'made' }>,
): Promise<PaperDocument> => {
  const [prepared] = await paperTemplates[kind].prepare(archive, [subjectId]);
  if (prepared === undefined || prepared.lacking.length > 0) throw new NoPages('incomplete');
  return prepared.build(null);
};

/** What a paper is made of; a damaged PDF is drawn by the more patient reader of previews. */
async function* partsOf(
  archive: OpenArchive,
  run: DossierRun,
  paper: PlannedPaper,
  stamp: PageStamp | null,
): AsyncGenerator<PageParts> {
  let first = stamp;
  const next = async (source: PageSource): Promise<PageParts> => {
    const parts = await run.pagesOf(source, run.next, first);
    first = null;
    return parts;
  };
  if (paper.what === 'made') {
    yield await next({ as: 'pdf', bytes: await run.print(await madePaper(archive, paper)) });
    return;
  }
  try {
    for await (const source of pagesOfKept(archive, paper.attachment)) yield await next(source);
  } catch (error) {
    const drawable =
      error instanceof NoPages &&
      error.reason === 'damaged' &&
      paper.attachment.mediaType === 'application/pdf';
    if (!drawable) throw error;
    for await (const source of drawnPages(archive, paper.attachment)) yield await next(source);
  }
}

/** Writes one item; a paper that cannot go in leaves a page that names it. */
async function* writeItem(
  archive: OpenArchive,
  run: DossierRun,
  planned: PlannedItem,
  { stamped, hubName }: { readonly stamped: boolean; readonly hubName: string },
): AsyncGenerator<Uint8Array, WrittenItem> {
  const { item, papers, withheld } = planned;
  const startsOn = run.next;
  const pages: number[] = [];
  const below: Bookmark[] = [];
  let stamp = stamped ? await stampFor(run, planned.stamp, hubName) : null;
  const take = (title: string, parts: PageParts): Uint8Array => {
    const first = parts.pages[0];
    if (first !== undefined && below.at(-1)?.title !== title) below.push({ title, page: first, below: [] });
    pages.push(...parts.pages);
    run.next += parts.pages.length;
    stamp = null;
    return run.volume.part(parts);
  };
  const stand = async (
    title: string,
    lines: readonly string[],
    reason: InspectionGapReason,
    note: boolean,
  ) => {
    if (note) run.problems.push({ item: item.title, paper: title, reason });
    const gap = inspectionGap(title, [...lines, inspectionGapLabels[reason]], hubName);
    return take(title, await run.ownPages(gap, run.next));
  };
  for (const paper of papers) {
    await run.paper();
    try {
      for await (const parts of partsOf(archive, run, paper, stamp)) yield take(paper.title, parts);
    } catch (error) {
      if (!(error instanceof NoPages)) throw error;
      const named = paper.what === 'kept' ? [`文件名：${paper.attachment.fileName}`] : [];
      yield await stand(paper.title, named, error.reason, true);
    }
  }
  if (withheld > 0) yield await stand(item.title, [`共${withheld}份材料`], 'public-only', false);
  else if (papers.length === 0) yield await stand(item.title, [], 'empty', false);
  const [page] = pages;
  return {
    planned,
    startsOn,
    pages,
    bookmark: page === undefined ? null : { title: item.title, page, below: below.length > 1 ? below : [] },
  };
}

const cataloguedPages = (items: readonly WrittenItem[]): CataloguedPages[] =>
  items.map(({ planned, startsOn, pages }) => ({ ...planned.item, pages: pages.length, startsOn }));

const remarksOf = (items: number, pages: number, problems: readonly InspectionProblem[]): string[] => [
  `本检查卷共${items}件，${pages}页（含封面、目录和备考表）。`,
  ...(problems.length === 0 ? [] : ['下列材料没有放入，卷内以占位页代替：']),
  ...problems
    .slice(0, 30)
    .map(({ item, paper, reason }) => `${item}　${paper}：${inspectionGapLabels[reason]}`),
  ...(problems.length > 30 ? [`……共${problems.length}份`] : []),
];

/** Front and back are written last, when it is known what they say; the page tree puts them where they belong. */
async function* writeAround(
  run: DossierRun,
  plan: DossierPlan,
  request: InspectionRequest,
  written: readonly WrittenItem[],
  cataloguePages: number,
  madeOn: string,
): AsyncGenerator<Uint8Array, DossierCounts> {
  const { data } = plan;
  const last = run.next;
  const counts = {
    items: written.length,
    papers: written.reduce((sum, { planned }) => sum + planned.papers.length, 0),
    pages: last,
  };
  const sheet = referenceSheetWith(
    { ...data, items: written.map(({ planned }) => planned.item) },
    remarksOf(counts.items, last, run.problems),
  );
  const back = await run.ownPages(sheet, last);
  yield run.volume.part(back);
  const catalogue = await run.ownPages(inspectionCatalogue(data, cataloguedPages(written)), 2);
  if (catalogue.pages.length !== cataloguePages) throw new Error('the catalogue has grown');
  yield run.volume.part(catalogue);
  const cover = await run.ownPages(inspectionCover(data, request, counts, madeOn), null);
  yield run.volume.part(cover);
  const title = `检查卷 ${data.paper.facts.name}`;
  const pages = [...cover.pages, ...catalogue.pages, ...written.flatMap((each) => each.pages), ...back.pages];
  const mark = (name: string, { pages: [page] }: PageParts): Bookmark[] =>
    page === undefined ? [] : [{ title: name, page, below: [] }];
  const bookmarks = [
    ...mark('封面', cover),
    ...mark('卷内文件目录', catalogue),
    ...written.flatMap(({ bookmark }) => bookmark ?? []),
    ...mark('备考表', back),
  ];
  yield run.volume.end(pages, bookmarks, title);
  return { title, pages: pages.length, items: counts.items, problems: run.problems };
}

/**
 * The whole archive of one organization as one PDF, as it is written: cover, catalogue, papers and scans in the order of
 * the catalogue, reference sheet; pages numbered through, with an outline. What cannot go in leaves a page that names
 * it, and a line among the problems.
 *
 * @throws CodedError NOT_FOUND, PDF_PRINTER_MISSING, PDF_FAILED, CANCELLED
 */
export async function* inspectionDossier(
  archive: OpenArchive,
  request: InspectionRequest,
  thread: PageThread,
  watch: Watch,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, DossierCounts> {
  if (!(await archive.ports.pdf.available())) throw new CodedError('PDF_PRINTER_MISSING', {});
  const plan = await planDossier(archive, request);
  const { items, data } = plan;
  const { hubName } = data.paper.office;
  const papers = items.reduce((sum, each) => sum + each.papers.length, 0);
  const run = new DossierRun(archive, thread, papers, watch, signal);
  await watch.report('dossier', 0, papers);
  yield run.volume.start();
  const foretold = items.map(({ item }) => ({ ...item, pages: widestPage, startsOn: widestPage }));
  const { pages: catalogue } = await run.ownPages(inspectionCatalogue(data, foretold), null);
  // After the cover and the catalogue.
  run.next = 2 + catalogue.length;
  const written: WrittenItem[] = [];
  for (const planned of items)
    written.push(yield* writeItem(archive, run, planned, { stamped: request.stamped, hubName }));
  await watch.report('dossier', papers, papers);
  return yield* writeAround(run, plan, request, written, catalogue.length, archive.ports.clock.today());
}
