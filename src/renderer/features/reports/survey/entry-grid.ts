import type { KeyboardEvent } from 'react';
import type { SurveyTally } from '../../../../shared/domain/survey.ts';
import { noTally } from '../../../../shared/domain/survey.ts';

/** Answers in the order of the columns. */
export const answerColumns = ['satisfied', 'mostly', 'dissatisfied', 'unknown'] as const;

const mostInCell = 99_999;

/** The whole number that was typed, also in full-width digits; anything else counts for nothing. */
export const countFromText = (text: string): number => {
  const digits = text.normalize('NFKC').replace(/\D/gu, '');
  return Math.min(mostInCell, Number(digits === '' ? 0 : digits.slice(0, 6)));
};

/**
 * Tallies with a block that was copied out of a sheet, put in from a cell on; what reaches over the edge falls away.
 * Null where the text is one number and so no block.
 */
export const withBlock = (
  tallies: readonly SurveyTally[],
  items: number,
  at: { readonly item: number; readonly answer: number },
  text: string,
): SurveyTally[] | null => {
  const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  if (lines.length === 1 && !text.includes('\t')) return null;
  const cells = lines.map((line) => line.split('\t').map(countFromText));
  return Array.from({ length: items }, (_, item) => {
    const row = cells[item - at.item];
    const tally = { ...noTally, ...tallies[item] };
    if (item < at.item || row === undefined) return tally;
    for (const [column, answer] of answerColumns.entries()) {
      const count = row[column - at.answer];
      if (column >= at.answer && count !== undefined) tally[answer] = count;
    }
    return tally;
  });
};

const cellsIn = (container: HTMLElement): HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[data-column]:not(:disabled)'),
];

const targetOf = (key: string, back: boolean, cells: HTMLElement[], at: number): HTMLElement | undefined => {
  const column = cells[at]?.dataset['column'];
  const inColumn = (cell: HTMLElement): boolean => cell.dataset['column'] === column;
  if (key === 'Enter') return cells[at + (back ? -1 : 1)];
  if (key === 'ArrowDown') return cells.slice(at + 1).find(inColumn);
  if (key === 'ArrowUp') return cells.slice(0, at).findLast(inColumn);
  return undefined;
};

/** Enter goes to the next cell (with Shift back), the arrows up and down in a column; while an input method composes, nothing moves. */
export const moveInGrid = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
  const cells = cellsIn(event.currentTarget);
  const target = targetOf(event.key, event.shiftKey, cells, cells.indexOf(event.target));
  if (event.key === 'Enter' || target !== undefined) event.preventDefault();
  target?.focus();
};
