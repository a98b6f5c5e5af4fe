import { parentPort } from 'node:worker_threads';
import { readCells } from './cells-preview.ts';
import { openPdf, openPdfModule, type OpenPages } from './pdf-pages.ts';
import { greyOf, pngOf } from './pixels.ts';
import {
  PreviewFailed,
  type PagePicture,
  type PageWish,
  type PreviewAnswer,
  type PreviewReply,
  type PreviewRequest,
} from './preview-job.ts';
import { openTiff } from './tiff-pages.ts';
import { wordToHtml } from './word-html.ts';

/** The paper that is open: turning its pages does not read it anew. */
let open: { readonly key: string; readonly bytes: Uint8Array; pages: OpenPages | null } | null = null;

/** Started with the thread: the first PDF finds it ready. Each document has a module of its own. */
let spare: ReturnType<typeof openPdfModule> | null = openPdfModule();
spare.catch(() => {});

const openPdfWithSpare = (bytes: Uint8Array): Promise<OpenPages> => {
  const module = spare ?? openPdfModule();
  spare = null;
  return openPdf(bytes, module);
};

const bytesOf = ({ key, bytes }: PreviewRequest): Uint8Array => {
  if (bytes !== null) {
    open?.pages?.close();
    open = { key, bytes, pages: null };
  }
  if (open === null || open.key !== key) throw new Error('the bytes of this paper were never sent');
  return open.bytes;
};

const pagesOf = async (request: PreviewRequest): Promise<OpenPages> => {
  const bytes = bytesOf(request);
  const pages =
    open?.pages ?? (request.mediaType === 'image/tiff' ? openTiff(bytes) : await openPdfWithSpare(bytes));
  if (open !== null) open.pages = pages;
  return pages;
};

const pictureOf = async (pages: OpenPages, wish: PageWish): Promise<PagePicture> => {
  if (wish.page >= pages.count) throw new PreviewFailed('damaged');
  const pixels = await pages.draw(wish);
  const bytes = new Uint8Array(wish.as === 'grey' ? greyOf(pixels) : pngOf(pixels));
  return { width: pixels.width, height: pixels.height, bytes };
};

const answerTo = async (request: PreviewRequest): Promise<PreviewAnswer> => {
  const { task } = request;
  switch (task.kind) {
    case 'count-pages':
      return { kind: 'page-count', pages: (await pagesOf(request)).count };
    case 'page':
      return { kind: 'page', picture: await pictureOf(await pagesOf(request), task.wish) };
    case 'word':
      return { kind: 'html', html: await wordToHtml(bytesOf(request)) };
    case 'cells':
      return { kind: 'sheets', sheets: await readCells(bytesOf(request), request.fileName) };
  }
};

const replyTo = async (request: PreviewRequest): Promise<PreviewReply> => {
  try {
    return { job: request.job, answer: await answerTo(request) };
  } catch (error) {
    // Whatever a reader stumbles over in a stranger's file is a damaged file, not a bug of ours.
    return { job: request.job, failure: error instanceof PreviewFailed ? error.reason : 'damaged' };
  }
};

const transferOf = (reply: PreviewReply): ArrayBuffer[] =>
  'answer' in reply && reply.answer.kind === 'page' ? [reply.answer.picture.bytes.buffer] : [];

parentPort?.on('message', (request: PreviewRequest) => {
  void replyTo(request).then((reply) => parentPort?.postMessage(reply, transferOf(reply)));
});
