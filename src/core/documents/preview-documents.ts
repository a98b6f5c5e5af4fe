import type { DocumentKind, Paper } from '../../shared/domain/document.ts';
import { CodedError } from '../../shared/errors.ts';
import type { FilingPaperData } from '../services/filing-paper-data.ts';
import { renderHtml } from './html-renderer.ts';
import type { SealPicture } from './model.ts';
import { paperTemplates } from './paper-templates.ts';

export interface DocumentPreview {
  readonly html: string;
  readonly paper: Paper;
  readonly title: string;
  /** Facts that are blank on paper or keep a document from being shown; with the organization's name where there are several. */
  readonly missing: string[];
}

/**
 * Print HTML of a few documents as the paper will look.
 *
 * @throws CodedError DOCUMENT_INCOMPLETE where every one of them lacks a fact that it must not be printed without
 */
export const previewDocuments = (
  kind: DocumentKind,
  all: readonly FilingPaperData[],
  picture: SealPicture | null,
): DocumentPreview => {
  const { required, blank, build } = paperTemplates[kind];
  const named = (data: FilingPaperData, names: readonly string[]): string[] =>
    names.map((name) => (all.length === 1 ? name : `${data.facts.name}：${name}`));
  const lacking = all.flatMap((data) => named(data, required(data)));
  const papers = all.filter((data) => required(data).length === 0).map((data) => build(data, picture));
  const [first] = papers;
  if (!first) throw new CodedError('DOCUMENT_INCOMPLETE', { missing: lacking });
  const title = papers.length === 1 ? first.title : `${first.properties.subject} ${papers.length}份`;
  return {
    html: renderHtml(papers, title),
    paper: first.page.paper,
    title,
    missing: [...lacking, ...all.flatMap((data) => named(data, blank(data)))],
  };
};
