import { z } from 'zod';
import { inspectionOutcome, inspectionRequest } from '../domain/inspection.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

/** 检查卷: one organization's whole archive as one PDF. */
export const inspectionContract = {
  /** Makes the PDF and keeps it encrypted until it is taken or the next one is made. The full version goes into the log of numbers shown. */
  make: onArchive
    .errors(refusals('PDF_PRINTER_MISSING', 'PDF_FAILED', 'CANCELLED'))
    .input(inspectionRequest)
    .output(progressThen(inspectionOutcome)),
  /** The bytes from a place on, at most 8 MiB at a time, because a dossier may be larger than memory. */
  take: onArchive
    .input(z.object({ fileId: z.string().regex(/^[\w-]{1,64}$/), from: z.int().min(0) }))
    .output(z.file()),
};
