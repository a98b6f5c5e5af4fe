import type { PagePicture, PageWish } from './preview-job.ts';
import { previews, type PaperSource } from './preview-thread.ts';

/** Pages of a PDF or TIFF. @throws CodedError PREVIEW_FAILED */
export const countPages = async (paper: PaperSource): Promise<number> => {
  const answer = await previews.run(paper, { kind: 'count-pages' });
  if (answer.kind !== 'page-count') throw new Error('another answer');
  return answer.pages;
};

/** One page of a PDF or TIFF. @throws CodedError PREVIEW_FAILED */
export const renderPage = async (paper: PaperSource, wish: PageWish): Promise<PagePicture> => {
  const answer = await previews.run(paper, { kind: 'page', wish });
  if (answer.kind !== 'page') throw new Error('another answer');
  return answer.picture;
};

/**
 * The pages of a PDF or TIFF one after another, as PNG or grey dots, e.g. to be searched for codes. The paper stays
 * open in the thread between pages.
 *
 * @throws CodedError PREVIEW_FAILED
 */
export async function* renderPages(
  paper: PaperSource,
  wish: Omit<PageWish, 'page'>,
): AsyncGenerator<PagePicture & { readonly page: number; readonly pages: number }> {
  const pages = await countPages(paper);
  for (let page = 0; page < pages; page++)
    yield { ...(await renderPage(paper, { ...wish, page })), page, pages };
}
