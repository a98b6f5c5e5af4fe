import { kindOfMediaType, mediaTypes, previewMeans } from '../../shared/domain/attachment-kind.ts';
import type { HeldAttachment } from '../../shared/domain/dossier-file.ts';
import type { InspectionGapReason } from '../../shared/domain/inspection.ts';
import { CodedError } from '../../shared/errors.ts';
import { openAttachment } from '../attachments/attachments.ts';
import type { OpenArchive } from '../open-archive.ts';
import { previews } from '../previews/preview-thread.ts';
import { renderPages } from '../previews/render-pages.ts';
import { paperSource } from '../services/attachment-preview.ts';
import type { PreviewSheet } from '../previews/preview-job.ts';
import type { PageJob } from './page-job.ts';

/** What pages are made of: bytes that a PDF takes as they are, or HTML that is printed first. */
export type PageSource =
  | { readonly as: PageJob['kind']; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly as: 'html'; readonly html: string };

/** A paper that cannot go in. */
export class NoPages extends Error {
  readonly reason: InspectionGapReason;
  constructor(reason: InspectionGapReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'NoPages';
    this.reason = reason;
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const pageHtml = (title: string, body: string): string =>
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
  `<title>${escaped(title)}</title><style>@page{size:210mm 297mm;margin:20mm 18mm}` +
  "body{margin:0;font:11pt/1.6 FangSong,STFangsong,'Noto Serif CJK SC',serif;overflow-wrap:anywhere}" +
  'table{border-collapse:collapse;max-width:100%;margin:0 0 4mm}td,th{border:.75pt solid #000;padding:.5mm 1.2mm;font-size:9pt}' +
  'img{max-width:100%;max-height:250mm}pre{white-space:pre-wrap;font:inherit}h2{font-size:13pt}.all img{display:block;margin:0 auto}' +
  `</style></head><body>${body}</body></html>`;

const sheetsHtml = (title: string, sheets: readonly PreviewSheet[]): string =>
  pageHtml(
    title,
    sheets
      .map(
        ({ name, rows, cut }) =>
          `<h2>${escaped(name)}</h2><table>${rows
            .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
            .join('')}</table>${cut ? '<p>（表格较长，这里只印了前面部分，全部内容见原文件。）</p>' : ''}`,
      )
      .join(''),
  );

/** @throws NoPages `lost` where the stored bytes are not there or not whole */
const keptBytes = async (archive: OpenArchive, { id }: HeldAttachment): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return (await openAttachment(archive, id)).bytes;
  } catch (error) {
    if (error instanceof CodedError) throw new NoPages('lost', { cause: error });
    throw error;
  }
};

/** Rows of dots that a page of A4 is drawn with where it cannot be taken as it is: 200 to the inch. */
const drawnLongSide = 2340;

/** Pages drawn as pictures, one after another. @throws NoPages */
export async function* drawnPages(
  archive: OpenArchive,
  attachment: HeldAttachment,
): AsyncGenerator<PageSource> {
  try {
    for await (const { bytes } of renderPages(paperSource(archive, attachment), {
      longSide: drawnLongSide,
      as: 'png',
    }))
      yield { as: 'png', bytes };
  } catch (error) {
    throw previewGap(error);
  }
}

const previewGap = (error: unknown): unknown =>
  error instanceof CodedError && error.code === 'PREVIEW_FAILED'
    ? new NoPages(error.data.reason, { cause: error })
    : error instanceof CodedError && error.code === 'ARCHIVE_DAMAGED'
      ? new NoPages('lost', { cause: error })
      : error;

const readPreview = async (archive: OpenArchive, attachment: HeldAttachment, kind: 'word' | 'cells') => {
  try {
    return await previews.run(paperSource(archive, attachment), { kind });
  } catch (error) {
    throw previewGap(error);
  }
};

const pictureHtml = (title: string, mediaType: string, bytes: Uint8Array): string =>
  pageHtml(
    title,
    `<div class="all"><img alt="" src="data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}"></div>`,
  );

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/**
 * A kept paper as what pages are made of: PDF and JPEG as they are, TIFF page by page, office files by their previews.
 *
 * @throws NoPages for what cannot be shown; what is left of the archive's own failures is thrown as it is
 */
export async function* pagesOfKept(
  archive: OpenArchive,
  attachment: HeldAttachment,
): AsyncGenerator<PageSource> {
  const { mediaType, fileName, warnings } = attachment;
  if (warnings.includes('encrypted')) throw new NoPages('encrypted');
  const kind = kindOfMediaType(mediaType);
  const means = kind === null ? 'none' : previewMeans[kind];
  switch (means) {
    case 'none':
      throw new NoPages('no-preview');
    case 'pages':
      if (kind === 'pdf') yield { as: 'pdf', bytes: await keptBytes(archive, attachment) };
      else yield* drawnPages(archive, attachment);
      return;
    case 'picture': {
      const bytes = await keptBytes(archive, attachment);
      if (kind === 'jpeg' || kind === 'png') yield { as: kind, bytes };
      else yield { as: 'html', html: pictureHtml(fileName, mediaTypes[kind ?? 'bmp'], bytes) };
      return;
    }
    case 'word': {
      const answer = await readPreview(archive, attachment, 'word');
      yield { as: 'html', html: pageHtml(fileName, answer.kind === 'html' ? answer.html : '') };
      return;
    }
    case 'cells': {
      const answer = await readPreview(archive, attachment, 'cells');
      yield { as: 'html', html: sheetsHtml(fileName, answer.kind === 'sheets' ? answer.sheets : []) };
      return;
    }
    case 'text': {
      const words = textOf(await keptBytes(archive, attachment)).slice(0, 200_000);
      yield { as: 'html', html: pageHtml(fileName, `<pre>${escaped(words)}</pre>`) };
    }
  }
}
