import { seeded } from '../../scripts/scans/chance.ts';
import { codeOnPaper, drawForm } from '../../scripts/scans/draw-form.ts';
import { encodePdf, encodePng } from '../../scripts/scans/encode-scan.ts';
import { paperCodes } from '../../src/core/documents/paper-codes.ts';
import { resize, type GrayImage } from '../../src/core/scans/gray-image.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import type { PaperKind } from '../../src/shared/domain/paper-code.ts';

type CodeKeys = Pick<OpenArchive, 'keys'>;

/** A clean page at 144 dpi with the code of a paper in its margin, or none. */
export const scannedPage = (text: string | null, seed = 1): GrayImage =>
  resize(drawForm(seeded(seed), text === null ? [] : [codeOnPaper(text)]), 0.6);

export const codeOf = (archive: CodeKeys, kind: PaperKind, subjectId: string): string =>
  paperCodes({ lookup: archive.keys.lookup }).write({ kind, subjectId, page: null });

/** A scan of one page, as a picture. */
export const scanOf = (archive: CodeKeys, kind: PaperKind, subjectId: string): Uint8Array<ArrayBuffer> =>
  encodePng(scannedPage(codeOf(archive, kind, subjectId)));

/** A scan of a page that names nobody. */
export const namelessScan = (seed = 1): Uint8Array<ArrayBuffer> => encodePng(scannedPage(null, seed));

/** Several pages in one PDF: the codes on them, null for a page without one. */
export const scannedPdf = (codes: readonly (string | null)[]): Promise<Uint8Array<ArrayBuffer>> =>
  encodePdf(
    codes.map((code, at) => scannedPage(code, at + 1)),
    70,
  );
