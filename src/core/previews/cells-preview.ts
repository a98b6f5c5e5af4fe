import { cellText } from '../interchange/workbook-cells.ts';
import { readWorkbook } from '../interchange/workbook-reading.ts';
import { isCoded } from '../../shared/errors.ts';
import { PreviewFailed, type PreviewSheet } from './preview-job.ts';

/** What is shown of a workbook; the whole is in the file. */
const shown = { sheets: 20, rows: 500, columns: 60, characters: 300 } as const;

const sheetsOf = async (bytes: Uint8Array, fileName: string): Promise<readonly PreviewSheet[]> => {
  const { sheets, dateSystem } = await readWorkbook(bytes, fileName);
  return sheets.slice(0, shown.sheets).map(({ name, rows }) => {
    const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
    return {
      name,
      cut: rows.length > shown.rows || longest > shown.columns,
      rows: rows
        .slice(0, shown.rows)
        .map((row) =>
          Array.from(row.slice(0, shown.columns), (cell) =>
            cell === undefined ? '' : cellText(cell, dateSystem).slice(0, shown.characters),
          ),
        ),
    };
  });
};

/** The first rows of each sheet as text; formulas are never run. @throws PreviewFailed */
export const readCells = async (bytes: Uint8Array, fileName: string): Promise<readonly PreviewSheet[]> => {
  try {
    return await sheetsOf(bytes, fileName);
  } catch (error) {
    if (isCoded(error, 'WORKBOOK_EMPTY')) return [];
    if (!isCoded(error, 'WORKBOOK_UNREADABLE')) throw error;
    const { reason } = error.data;
    throw new PreviewFailed(reason === 'encrypted' || reason === 'too-large' ? reason : 'damaged', {
      cause: error,
    });
  }
};
