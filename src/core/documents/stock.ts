import type { StockFields } from '../../shared/domain/printing.ts';
import type { Block, PaperDocument } from './model.ts';
import { dateFact, issuerFact, nameOf } from './paper-facts.ts';

/** 套打: the paper's words alone, for stock that bears the rest in print. */
export interface Stock {
  readonly fields: StockFields;
  /** Shows what the stock bears, pale, behind the words: for the screen, never for the printer. */
  readonly faint: boolean;
}

/** Fields of a paper that are no facts in its text. */
export const codeField = '二维码';
export const copiesField = '第几份';

const stays = { xMm: 0, yMm: 0, printed: true } as const;

export const fieldOf = (
  { fields }: Stock,
  name: string,
): { readonly xMm: number; readonly yMm: number; readonly printed: boolean } => fields[name] ?? stays;

const namesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return block.inlines.flatMap((inline) => nameOf(inline) ?? []);
      case 'table':
        return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => namesIn(cell.blocks)));
      case 'seal-place':
        return [issuerFact, dateFact];
      case 'qr-code':
        return [codeField];
      case 'page-break':
        return [];
    }
  });

/** The fields of a paper, each once, in the order in which they stand on it. */
export const stockNames = (paper: PaperDocument): string[] => [
  ...new Set([...namesIn(paper.blocks), copiesField]),
];

/**
 * Style rules of papers on stock. Everything keeps its place and is not seen, so that the words stand where they stand on
 * the whole paper.
 */
export const stockStyle = ({ faint }: Stock): string =>
  faint
    ? '.page :is(p,span,td):not(.given,.given *){color:#cdc4b4!important;border-color:#e8e1d4!important}' +
      '.decoration{opacity:.22}.unprinted{opacity:.25}'
    : '.page *{visibility:hidden}.page td{border-color:transparent!important}.page :is(.given,.given *){visibility:visible}';
