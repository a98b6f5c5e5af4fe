import type { Buffer } from 'node:buffer';
import { CodedError } from '../../shared/errors.ts';
import { getImport, getImportSheets, listFindings, listRejectedRows } from '../db/repositories/imports.ts';
import { writeReportWorkbook } from '../interchange/import-report-workbook.ts';
import { writeRejectsWorkbook } from '../interchange/rejects-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { ImportPlan, RejectedRow, RejectedSheet } from './imports-plan.ts';
import { planOfUpload } from './imports.ts';

/** A workbook that an import gives back, with a name to save it under. */
export interface ImportWorkbook {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Of a finished import by its id; of a dry run by its upload. The import wins where both are given. */
export interface ImportSource {
  readonly uploadId: string | null;
  readonly importId: string | null;
}

type Outcome = Pick<ImportPlan, 'sheets' | 'rejected' | 'findings' | 'counts'> & {
  readonly fileName: string;
};

const outcomeOfImport = ({ store }: OpenArchive, id: string): Promise<Outcome> =>
  store.read((reader) => {
    const row = getImport(reader, id);
    const sheets = getImportSheets(reader, id);
    if (!row || sheets === null) throw new CodedError('NOT_FOUND', { what: 'import' });
    const rejected = listRejectedRows(reader, id).map(({ cells, reasons, ...place }) => ({
      ...place,
      // Both were written by commitImport.
      cells: JSON.parse(cells) as RejectedRow['cells'],
      reasons: JSON.parse(reasons) as RejectedRow['reasons'],
    }));
    return {
      fileName: row.fileName,
      sheets: JSON.parse(sheets) as readonly RejectedSheet[],
      rejected,
      findings: listFindings(reader, id),
      counts: row.counts,
    };
  });

const outcomeOf = (archive: OpenArchive, { uploadId, importId }: ImportSource): Promise<Outcome> => {
  if (importId !== null) return outcomeOfImport(archive, importId);
  if (uploadId !== null) return planOfUpload(archive, uploadId);
  throw new CodedError('INVALID_VALUE', { field: 'importId', reason: 'missing' });
};

const named = (fileName: string, what: string): string => `${fileName.replace(/\.[^.]*$/, '')}-${what}.xlsx`;

/** @throws CodedError UPLOAD_EXPIRED, NOT_FOUND */
export const rejectsOf = async (archive: OpenArchive, source: ImportSource): Promise<ImportWorkbook> => {
  const { fileName, sheets, rejected } = await outcomeOf(archive, source);
  return { fileName: named(fileName, '退回的行'), bytes: await writeRejectsWorkbook(sheets, rejected) };
};

/** @throws CodedError UPLOAD_EXPIRED, NOT_FOUND */
export const reportWorkbookOf = async (
  archive: OpenArchive,
  source: ImportSource,
): Promise<ImportWorkbook> => {
  const { fileName, counts, findings } = await outcomeOf(archive, source);
  return { fileName: named(fileName, '导入报告'), bytes: await writeReportWorkbook(counts, findings) };
};
