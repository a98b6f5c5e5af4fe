import { describe, expect, test } from 'vitest';
import {
  cellsOfBlock,
  emptySheet,
  sheetAfter,
  type SheetAction,
  type SheetSize,
  type SheetState,
} from '../../../src/renderer/components/sheet/sheet-state.ts';

const size: SheetSize = { columns: 3, rows: 2, mostRows: 4 };
const after = (...actions: readonly SheetAction[]): SheetState =>
  actions.reduce((state, action) => sheetAfter(state, action, size), emptySheet(size));
const down: SheetAction = { type: 'move', rows: 1, columns: 0 };

describe('moving', () => {
  test('stays inside, and going down past the end adds a row up to the most', () => {
    expect(after({ type: 'move', rows: -1, columns: -1 }).at).toEqual({ row: 0, column: 0 });
    expect(after({ type: 'move', rows: 0, columns: 9 }).at).toEqual({ row: 0, column: 2 });
    const grown = after(down, down, down, down, down);
    expect([grown.rows.length, grown.at.row]).toEqual([4, 3]);
  });

  test('goes on as one reads, to the next row and back', () => {
    const next = { type: 'next', backwards: false } as const;
    const end = after(next, next, next);
    expect(end.at).toEqual({ row: 1, column: 0 });
    expect(sheetAfter(end, { type: 'next', backwards: true }, size).at).toEqual({ row: 0, column: 2 });
  });
});

describe('changes', () => {
  test('are taken back and made again one by one; a new one forgets what was undone', () => {
    const typed = after({ type: 'write', text: '甲' }, down, { type: 'write', text: '乙' });
    const once = sheetAfter(typed, { type: 'undo' }, size);
    expect(once.rows.map(([first]) => first)).toEqual(['甲', '']);
    expect(sheetAfter(once, { type: 'redo' }, size).rows).toEqual(typed.rows);
    const other = sheetAfter(once, { type: 'write', text: '丙' }, size);
    expect(sheetAfter(other, { type: 'redo' }, size)).toEqual(other);
    expect(after({ type: 'undo' })).toEqual(emptySheet(size));
  });

  test('a block fills from the present cell, adds rows, leaves out what does not fit', () => {
    const block = [['1', '2', '3'], ['4'], ['5', '6'], ['7'], ['8']];
    const filled = after({ type: 'go', to: { row: 0, column: 1 } }, { type: 'paste', block });
    expect(filled.rows).toEqual([
      ['', '1', '2'],
      ['', '4', ''],
      ['', '5', '6'],
      ['', '7', ''],
    ]);
    expect(sheetAfter(filled, { type: 'undo' }, size).rows).toEqual(emptySheet(size).rows);
  });

  test('writing what is there already is no step', () => {
    expect(after({ type: 'write', text: '' }).past).toEqual([]);
  });
});

describe('a copied block', () => {
  test('keeps leading zeros, long numbers and rare characters, quotes, tabs and lines inside a cell', () => {
    const text = '姓名\t号码\r\n𠮷葛󠄀\t011010519491231002\r\n"引 ""号""\t里"\t"两\n行"\r\n';
    expect(cellsOfBlock(text)).toEqual([
      ['姓名', '号码'],
      ['𠮷葛󠄀', '011010519491231002'],
      ['引 "号"\t里', '两 行'],
    ]);
    expect(cellsOfBlock('')).toEqual([]);
    expect(cellsOfBlock('一格')).toEqual([['一格']]);
    expect(cellsOfBlock('a\t')).toEqual([['a', '']]);
  });
});
