import type { Paper } from '../../shared/domain/document.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { renderHtml } from './html-renderer.ts';
import type { SealPicture } from './model.ts';
import type { PreparedPaper } from './prepared-paper.ts';

export interface DocumentPreview {
  readonly html: string;
  readonly paper: Paper;
  readonly title: string;
  /** Facts that are blank on paper or keep a document from being shown; with its name where there are several. */
  readonly missing: string[];
  readonly organizationId: OrganizationId | null;
}

/**
 * Print HTML of a few documents as the paper will look.
 *
 * @throws CodedError DOCUMENT_INCOMPLETE where every one of them lacks a fact that it must not be printed without
 */
export const previewDocuments = (
  all: readonly PreparedPaper[],
  picture: SealPicture | null,
): DocumentPreview => {
  const named = ({ name }: PreparedPaper, facts: readonly string[]): string[] =>
    facts.map((fact) => (all.length === 1 ? fact : `${name}：${fact}`));
  const lacking = all.flatMap((each) => named(each, each.lacking));
  const organizationId = all.length === 1 ? (all[0]?.organizationId ?? null) : null;
  const papers = all.filter((each) => each.lacking.length === 0).map(({ build }) => build(picture));
  const [first] = papers;
  if (!first) throw new CodedError('DOCUMENT_INCOMPLETE', { missing: lacking, organizationId });
  const title = papers.length === 1 ? first.title : `${first.properties.subject} ${papers.length}份`;
  return {
    html: renderHtml(papers, title),
    paper: first.page.paper,
    title,
    missing: [...lacking, ...all.flatMap((each) => named(each, each.blank))],
    organizationId,
  };
};
