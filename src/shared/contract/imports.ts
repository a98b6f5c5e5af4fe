import { z } from 'zod';
import { importId, uploadId } from '../domain/ids.ts';
import { importMapping, importRecord, importReport, workbookAnalysis } from '../domain/workbook-import.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

export const importsContract = {
  /** Takes a workbook in and guesses what its sheets and columns are. Nothing is written. */
  analyse: onArchive
    .errors(refusals('WORKBOOK_UNREADABLE', 'WORKBOOK_EMPTY'))
    .input(z.object({ file: z.file() }))
    .output(workbookAnalysis),
  dryRun: onArchive
    .errors(refusals('MAPPING_INCOMPLETE', 'UPLOAD_EXPIRED', 'CANCELLED'))
    .input(z.object({ uploadId, mapping: importMapping }))
    .output(progressThen(importReport)),
  /** Imports in one transaction and remembers the mapping. */
  run: onArchive
    .errors(refusals('MAPPING_INCOMPLETE', 'UPLOAD_EXPIRED', 'CANCELLED'))
    .input(z.object({ uploadId, mapping: importMapping }))
    .output(progressThen(importReport)),
  /** Refused rows as they stood, with reasons, in a workbook that can be corrected and imported again. */
  rejects: onArchive
    .errors(refusals('UPLOAD_EXPIRED'))
    .input(z.object({ uploadId: uploadId.nullable(), importId: importId.nullable() }))
    .output(z.file()),
  /** Every refusal, change and warning, as a workbook. */
  report: onArchive
    .errors(refusals('UPLOAD_EXPIRED'))
    .input(z.object({ uploadId: uploadId.nullable(), importId: importId.nullable() }))
    .output(z.file()),
  list: onArchive.output(z.array(importRecord)),
  undo: onArchive
    .errors(refusals('IMPORT_NOT_UNDOABLE'))
    .input(z.object({ id: importId }))
    .output(importRecord),
};
