import { kindOfMediaType, previewMeans, type PreviewMeans } from '../../shared/domain/attachment-kind.ts';
import type { AttachmentView } from '../../shared/domain/attachment-view.ts';
import type { AttachmentId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { HeldAttachment } from '../../shared/domain/dossier-file.ts';
import { openAttachment } from '../attachments/attachments.ts';
import { getHeldAttachment } from '../db/repositories/attachments.ts';
import type { OpenArchive } from '../open-archive.ts';
import { previews, type PaperSource } from '../previews/preview-thread.ts';
import { countPages, renderPage } from '../previews/render-pages.ts';

const shownCharacters = 200_000;

const heldAttachment = async (archive: OpenArchive, id: AttachmentId): Promise<HeldAttachment> => {
  const paper = await archive.store.read((reader) => getHeldAttachment(reader, id));
  if (paper === null) throw new CodedError('NOT_FOUND', { what: 'attachment' });
  return paper;
};

/** A held paper for the thread that draws it. */
export const paperSource = (
  archive: OpenArchive,
  { id, sha256, mediaType, fileName }: HeldAttachment,
): PaperSource => ({
  key: sha256,
  mediaType,
  fileName,
  bytes: async () => (await openAttachment(archive, id)).bytes,
});

const textOf = (bytes: Uint8Array): { readonly text: string; readonly cut: boolean } => {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const decoded = ((): string => {
    if (marked !== null) return new TextDecoder(marked).decode(bytes);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('gb18030').decode(bytes);
    }
  })();
  return { text: decoded.slice(0, shownCharacters), cut: decoded.length > shownCharacters };
};

const meansOf = ({ mediaType, warnings }: HeldAttachment): PreviewMeans => {
  if (warnings.includes('encrypted')) throw new CodedError('PREVIEW_FAILED', { reason: 'encrypted' });
  const kind = kindOfMediaType(mediaType);
  return kind === null ? 'none' : previewMeans[kind];
};

/**
 * How a paper is shown: its number of pages, its text, its tables. Whatever is in it, nothing of it is run.
 *
 * @throws CodedError NOT_FOUND; PREVIEW_FAILED; ARCHIVE_DAMAGED `attachment`
 */
export const viewAttachment = async (archive: OpenArchive, id: AttachmentId): Promise<AttachmentView> => {
  const paper = await heldAttachment(archive, id);
  const source = paperSource(archive, paper);
  switch (meansOf(paper)) {
    case 'pages':
      return { means: 'pages', pages: await countPages(source) };
    case 'picture':
      return { means: 'picture' };
    case 'word': {
      const answer = await previews.run(source, { kind: 'word' });
      return { means: 'html', html: answer.kind === 'html' ? answer.html : '' };
    }
    case 'cells': {
      const answer = await previews.run(source, { kind: 'cells' });
      return { means: 'sheets', sheets: answer.kind === 'sheets' ? answer.sheets : [] };
    }
    case 'text':
      return { means: 'text', ...textOf((await openAttachment(archive, id)).bytes) };
    case 'none':
      throw new CodedError('PREVIEW_FAILED', { reason: 'no-preview' });
  }
};

/** One page of a PDF or TIFF as a PNG. @throws CodedError NOT_FOUND; PREVIEW_FAILED; ARCHIVE_DAMAGED `attachment` */
export const pageOfAttachment = async (
  archive: OpenArchive,
  input: { readonly attachmentId: AttachmentId; readonly page: number; readonly longSide: number },
): Promise<File> => {
  const paper = await heldAttachment(archive, input.attachmentId);
  if (meansOf(paper) !== 'pages') throw new CodedError('PREVIEW_FAILED', { reason: 'no-preview' });
  const { bytes } = await renderPage(paperSource(archive, paper), { ...input, as: 'png' });
  return new File([bytes], `${input.page + 1}.png`, { type: 'image/png' });
};
