import { cellsOfBlock } from '../../../components/sheet/sheet-state.ts';

export interface PastedName {
  readonly name: string;
  /** Last characters of an identity number, or the whole; empty where none was given. */
  readonly tail: string;
}

const numberShape = /^(?:\d{4,18}|\d{3,17}[Xx])$/;
const headerWords = new Set(['姓名', '名字', '签到人', '学员']);

/**
 * Names out of a block that was copied: a line each, of its cells the first that is no number is the name and the first
 * number of four or more is the identity number. A name and a number in one cell may be parted by a space. Headers,
 * running numbers and empty lines are left out.
 */
export const linesOfPaste = (text: string): readonly PastedName[] =>
  cellsOfBlock(text).flatMap((row) => {
    const cells = row
      .flatMap((cell) => (/[\d]{3,}[\dXx]/.test(cell) ? cell.split(/\s+/) : [cell]))
      .map((cell) => cell.replaceAll(/[\s，,、。]+/g, ''))
      .filter((cell) => cell !== '');
    const name = cells.find((cell) => !/^[\dXx.*]+$/.test(cell)) ?? '';
    const tail = cells.find((cell) => numberShape.test(cell)) ?? '';
    if (headerWords.has(name) || (name === '' && tail === '')) return [];
    return [{ name: name.slice(0, 60), tail }];
  });
