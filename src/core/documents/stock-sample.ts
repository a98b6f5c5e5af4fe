import type { Paper } from '../../shared/domain/document.ts';
import type { StockFields, StockKind } from '../../shared/domain/printing.ts';
import { renderHtml } from './html-renderer.ts';
import type { PaperDocument } from './model.ts';
import { sampleData } from './samples/sample-organization.ts';
import { samplePaper } from './samples/sample-papers.ts';
import { stockNames } from './stock.ts';

/** An invented paper of a kind, as long ones are: nobody's certificate lies about while fields are nudged. */
const sampleOf = (kind: StockKind): PaperDocument => ({
  ...samplePaper(kind, { data: sampleData, picture: null, memberCount: 12, bare: false }),
  copyLine: '第1份　共3份',
});

/** The fields that can be moved on a kind's stock. */
export const stockNamesOfKind = (kind: StockKind): string[] => stockNames(sampleOf(kind));

/** An invented paper on its stock, the stock pale behind it. */
export const stockSample = (
  kind: StockKind,
  fields: StockFields,
): { readonly html: string; readonly paper: Paper; readonly title: string } => {
  const paper = { ...sampleOf(kind), stock: { fields, faint: true } };
  return { html: renderHtml([paper]), paper: paper.page.paper, title: paper.title };
};
