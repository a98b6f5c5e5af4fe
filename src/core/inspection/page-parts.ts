import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, type PDFPage } from '@cantoo/pdf-lib';
import { mmToPt } from '../documents/fit-text.ts';
import { jpegFrame } from '../scans/picture-size.ts';
import { requireSize } from '../scans/scan-limits.ts';
import { jpegTurn } from './jpeg-turn.ts';
import { sharedObjects, type PageJob, type PageParts } from './page-job.ts';

const a4 = { short: 595.28, long: 841.89 } as const;
/** White around a picture, with room for the number below it. */
const pictureMarginMm = 10;
const numberPt = 10.5;
/** Digits of Helvetica are all as wide. */
const digitEm = 0.556;

const name = (key: string): PDFName => PDFName.of(key);

/** What would act, or belongs to the whole that a page came out of. */
const strangeKeys = ['AA', 'B', 'Metadata', 'PieceInfo', 'StructParents', 'Tabs', 'Thumb', 'Trans', 'Dur'];

/**
 * What a page shows over itself (stamps, signatures, filled fields) stays to be seen, but acts no more: no links, no
 * scripts, no fields.
 */
const seenOnly = (page: PDFPage): void => {
  const { node } = page;
  for (const key of strangeKeys) node.delete(name(key));
  const shown = node.lookupMaybe(name('Annots'), PDFArray);
  if (shown === undefined) return;
  const kept = Array.from({ length: shown.size() }, (_, at) => shown.lookupMaybe(at, PDFDict)).flatMap(
    (each) => {
      const looks = each?.get(name('AP'));
      const place = each?.get(name('Rect'));
      if (each === undefined || looks === undefined || place === undefined) return [];
      const plain = node.context.obj({ Type: 'Annot', Subtype: 'Stamp', F: 4, Rect: place, AP: looks });
      const state = each.get(name('AS'));
      if (state !== undefined) plain.set(name('AS'), state);
      return [plain];
    },
  );
  node.set(name('Annots'), node.context.obj(kept));
};

interface SeenPage {
  /** As it is shown, turned. */
  readonly width: number;
  readonly height: number;
  /** From what is seen, counted from its lower left corner, to the page's own space. */
  readonly matrix: string;
}

const seenPage = (page: PDFPage): SeenPage => {
  const { x, y, width, height } = page.getCropBox();
  const turn = (((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360;
  switch (turn) {
    case 90:
      return { width: height, height: width, matrix: `0 1 -1 0 ${x + width} ${y}` };
    case 180:
      return { width, height, matrix: `-1 0 0 -1 ${x + width} ${y + height}` };
    case 270:
      return { width: height, height: width, matrix: `0 -1 1 0 ${x} ${y + height}` };
    default:
      return { width, height, matrix: `1 0 0 1 ${x} ${y}` };
  }
};

/** The number at the outer corner of the foot, on white, so that it can be read on a dark scan. */
const numberOperators = (seen: SeenPage, number: number): string => {
  const scale = Math.max(0.5, Math.min(seen.width, seen.height) / a4.short);
  const size = numberPt * scale;
  const words = String(number);
  const wide = words.length * digitEm * size;
  const edge = mmToPt(9) * scale;
  const left = number % 2 === 1 ? seen.width - edge - wide : edge;
  const foot = mmToPt(7) * scale;
  const pad = 3 * scale;
  const box = `${left - pad} ${foot - pad} ${wide + 2 * pad} ${size * 0.72 + 2 * pad} re f`;
  return `1 g ${box} 0 g BT /VolumeNumber ${size} Tf ${left} ${foot} Td (${words}) Tj ET`;
};

const resourcesOf = (page: PDFPage, kind: 'Font' | 'XObject'): PDFDict => {
  const { Resources: resources } = page.node.normalizedEntries();
  const found = resources.lookupMaybe(name(kind), PDFDict);
  // Copied, because pages of one source may share what they draw with.
  const own = (found ?? page.node.context.obj({})).clone(page.node.context);
  const ownResources = resources.clone(page.node.context);
  ownResources.set(name(kind), own);
  page.node.set(name('Resources'), ownResources);
  return own;
};

/** Draws over a page; what the page itself has drawn is put between q and Q, so that it cannot move this. */
const drawOver = (page: PDFPage, operators: readonly string[]): void => {
  if (operators.length === 0) return;
  const { context } = page.node;
  const { matrix } = seenPage(page);
  const before = context.register(context.stream('q\n'));
  const over = context.register(context.stream(`\nQ q ${matrix} cm ${operators.join(' ')} Q\n`));
  const { Contents: contents } = page.node.normalizedEntries();
  if (contents === undefined) page.node.set(name('Contents'), context.obj([before, over]));
  else {
    const own = context.obj([before, ...contents.asArray(), over]);
    page.node.set(name('Contents'), own);
  }
};

const pdfPages = async (volume: PDFDocument, bytes: Uint8Array): Promise<void> => {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  for (const page of source.getPages()) seenOnly(page);
  for (const page of await volume.copyPages(source, source.getPageIndices())) volume.addPage(page);
};

/** A picture as large as a sheet of A4 lets it be, across where it is wider than high. */
const picturePage = async (volume: PDFDocument, { kind, bytes }: PageJob): Promise<void> => {
  if (kind === 'jpeg') requireSize(jpegFrame(bytes));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'png') requireSize({ width: view.getUint32(16), height: view.getUint32(20) });
  const picture = kind === 'jpeg' ? await volume.embedJpg(bytes) : await volume.embedPng(bytes);
  const turn = kind === 'jpeg' ? jpegTurn(bytes) : 0;
  const lying = turn === 90 || turn === 270;
  const [wide, high] = lying ? [picture.height, picture.width] : [picture.width, picture.height];
  const across = wide > high;
  const page = volume.addPage(across ? [a4.long, a4.short] : [a4.short, a4.long]);
  const margin = mmToPt(pictureMarginMm);
  const scale = Math.min((page.getWidth() - 2 * margin) / wide, (page.getHeight() - 2 * margin) / high);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const [shownWidth, shownHeight] = lying ? [height, width] : [width, height];
  const x = (page.getWidth() - shownWidth) / 2;
  const y = (page.getHeight() - shownHeight) / 2;
  const turned: Readonly<Record<number, string>> = {
    0: `${width} 0 0 ${height} ${x} ${y}`,
    90: `0 ${-width} ${height} 0 ${x} ${y + shownHeight}`,
    180: `${-width} 0 0 ${-height} ${x + shownWidth} ${y + shownHeight}`,
    270: `0 ${width} ${-height} 0 ${x + shownWidth} ${y}`,
  };
  const objects = resourcesOf(page, 'XObject');
  objects.set(name('Picture'), picture.ref);
  const { context } = page.node;
  page.node.set(
    name('Contents'),
    context.obj([context.register(context.stream(`q ${turned[turn]} cm /Picture Do Q`))]),
  );
};

const stampOperators = async (
  volume: PDFDocument,
  page: PDFPage,
  { pdf, xMm, yMm }: NonNullable<PageJob['stamp']>,
): Promise<string> => {
  const [stamp] = await volume.embedPdf(pdf);
  if (stamp === undefined) throw new Error('a stamp without a page');
  const seen = seenPage(page);
  const scale = Math.max(0.5, Math.min(seen.width, seen.height) / a4.short);
  resourcesOf(page, 'XObject').set(name('ArchiveStamp'), stamp.ref);
  const x = mmToPt(xMm) * scale;
  const y = seen.height - (mmToPt(yMm) + stamp.height) * scale;
  return `q ${scale} 0 0 ${scale} ${x} ${y} cm /ArchiveStamp Do Q`;
};

const written = (volume: PDFDocument, firstObject: number): PageParts => {
  const objects = volume.context
    .enumerateIndirectObjects()
    .filter(([ref]) => ref.objectNumber >= firstObject)
    .map(([ref, object]) => {
      const head = Buffer.from(`${ref.objectNumber} 0 obj\n`);
      return { number: ref.objectNumber, head, object, length: head.length + object.sizeInBytes() + 8 };
    });
  const bytes = new Uint8Array(objects.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  const places = objects.map(({ number, head, object, length }) => {
    const start = at;
    bytes.set(head, at);
    object.copyBytesInto(bytes, at + head.length);
    bytes.set(Buffer.from('\nendobj\n'), at + length - 8);
    at += length;
    return { number, at: start };
  });
  return { bytes, objects: places, pages: volume.getPages().map(({ ref }) => ref.objectNumber) };
};

/**
 * The pages of one paper as objects of a volume, numbered and, where that is wanted, stamped. Nothing of a page is drawn
 * anew.
 *
 * @throws whatever the reader of a damaged or encrypted file throws
 */
export const pageParts = async (job: PageJob): Promise<PageParts> => {
  const volume = await PDFDocument.create({ updateMetadata: false });
  // Page tree and catalogue have the first two numbers in every new document, and in the volume.
  volume.context.largestObjectNumber = job.firstObject - 1;
  if (job.kind === 'pdf') await pdfPages(volume, job.bytes);
  else await picturePage(volume, job);
  const font = PDFRef.of(sharedObjects.numberFont);
  for (const [index, page] of volume.getPages().entries()) {
    const operators: string[] = [];
    if (index === 0 && job.stamp) operators.push(await stampOperators(volume, page, job.stamp));
    if (job.firstPage !== null) {
      resourcesOf(page, 'Font').set(name('VolumeNumber'), font);
      operators.push(numberOperators(seenPage(page), job.firstPage + index));
    }
    drawOver(page, operators);
  }
  await volume.flush();
  return written(volume, job.firstObject);
};
