import { z } from 'zod';
import {
  dossierFile,
  dossierPapers,
  fileFacts,
  officePart,
  officePartInput,
  paperTarget,
  requiredPaper,
  sameFile,
} from '../domain/dossier-file.ts';
import { attachmentId, dossierFileId, organizationId, recordId } from '../domain/ids.ts';
import { attachmentView } from '../domain/attachment-view.ts';
import { onArchive, refusals } from './base.ts';

/** Papers of the dossier: scans, photos and office files, with versions, shown inside the application. */
export const filesContract = {
  /** Papers of a dossier with the scans of its filings; of one record only where `recordId` is given. */
  list: onArchive.input(z.object({ organizationId, recordId: recordId.nullable() })).output(dossierPapers),
  /**
   * Takes one paper in. What the same dossier holds already is not added again unless `evenIfSame`; `same` names where
   * the same bytes were kept before.
   */
  add: onArchive
    .errors(refusals('PAPER_REFUSED'))
    .input(z.object({ target: paperTarget, file: z.file(), evenIfSame: z.boolean() }))
    .output(z.object({ file: dossierFile.nullable(), same: sameFile.nullable() })),
  /** Changes title, note, part or record; the versions stay. */
  update: onArchive.input(z.object({ id: dossierFileId, facts: fileFacts })).output(dossierFile),
  /** Parts that the office keeps besides the five of policy Art. 2, in its order, retired ones as well. */
  parts: onArchive.output(z.array(officePart).readonly()),
  /** Writes the office's parts anew, in this order; one that is left out goes if nothing was ever put into it. */
  saveParts: onArchive
    .errors(refusals('OFFICE_PART_USED'))
    .input(z.object({ parts: z.array(officePartInput).max(20) }))
    .output(z.array(officePart).readonly()),
  /** Papers that the office wants in every dossier. */
  requiredPapers: onArchive.output(z.array(requiredPaper).readonly()),
  /** Writes them anew, in this order. */
  saveRequiredPapers: onArchive
    .input(z.object({ papers: z.array(requiredPaper).max(60) }))
    .output(z.array(requiredPaper).readonly()),
  /** Puts a paper into the recycle bin. */
  remove: onArchive.input(z.object({ id: dossierFileId })).output(z.object({})),
  /** Takes a paper out of the recycle bin. */
  restore: onArchive.input(z.object({ id: dossierFileId })).output(dossierFile),
  /** The bytes as they came in. */
  file: onArchive.input(z.object({ attachmentId })).output(z.file()),
  /** How a paper is shown; pages and pictures are fetched with `page` and `file`. */
  view: onArchive.errors(refusals('PREVIEW_FAILED')).input(z.object({ attachmentId })).output(attachmentView),
  /** One page of a PDF or TIFF as a PNG. */
  page: onArchive
    .errors(refusals('PREVIEW_FAILED'))
    .input(
      z.object({
        attachmentId,
        /** From 0. */
        page: z.int().min(0).max(100_000),
        /** Dots of the longer side. */
        longSide: z.int().min(50).max(6000),
      }),
    )
    .output(z.file()),
};
