import { z } from 'zod';
import { documentFormat, documentKind, paper } from '../domain/document.ts';
import { fontReport } from '../domain/font-report.ts';
import { organizationId } from '../domain/ids.ts';
import { issueRequest, paperMark } from '../domain/issued-paper.ts';
import { labelChoice } from '../domain/label-sheet.ts';
import { sealRequest } from '../domain/seal.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

const subjectId = z.string().min(1).max(64);

const target = z.object({
  kind: documentKind,
  /**
   * Ids of what the kind speaks of (`documentSubject`). For organizations, an open filing's draft facts are used where
   * the organization is not filed yet.
   */
  subjectIds: z.array(subjectId).min(1).max(5000),
  /** For labels: on which sheet, from which label on; the usual sheet from its first where it is left out. */
  labels: labelChoice.nullable().optional(),
});

/** One thing that papers of a kind can be made of. */
const subjectRow = z.object({
  kind: documentKind,
  subjectId,
  organizationId: organizationId.nullable(),
  /** The organization's name, or the community's. */
  name: z.string(),
  /** Which of its filings, records or certificates. */
  detail: z.string(),
});
export type SubjectRow = z.infer<typeof subjectRow>;

export const documentsContract = {
  /** What papers of a kind can be made of, newest first; of organizations `organizations.list` tells more. */
  subjects: onArchive
    .input(
      z.object({
        kind: documentKind,
        /** Part of the organization's or the community's name. */
        text: z.string().max(60),
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(subjectRow), total: z.int() })),
  /** Every paper that can be made of the filings, records and certificates of one organization. */
  ofOrganization: onArchive.input(z.object({ organizationId })).output(z.array(subjectRow)),
  /** Self-contained print HTML of at most 50 documents, as the paper will look, for the preview. */
  preview: onArchive
    .errors(refusals('DOCUMENT_INCOMPLETE'))
    .input(
      target.extend({
        subjectIds: z.array(subjectId).min(1).max(50),
        /** Show by a ring where the seal picture would stand. */
        withSeal: z.boolean(),
      }),
    )
    .output(
      z.object({
        html: z.string(),
        paper,
        title: z.string(),
        missing: z.array(z.string()),
        /** Where what is missing can be added; null for papers of no single organization. */
        organizationId: organizationId.nullable(),
      }),
    ),
  /** Fonts and characters that the machine lacks for these papers; null where the host cannot look. */
  fonts: onArchive.input(target).output(fontReport.nullable()),
  /**
   * Makes one file: a single document as it is, several Word files as a zip, several print documents as one.
   * The file is then fetched once with `takeFile`: an event stream carries no file over HTTP.
   */
  make: onArchive
    .errors(
      refusals('DOCUMENT_INCOMPLETE', 'PDF_PRINTER_MISSING', 'PDF_FAILED', 'SEAL_NOT_ALLOWED', 'CANCELLED'),
    )
    .input(
      target
        .extend({
          format: documentFormat,
          /** Lay the seal picture over name and date; who answers for it goes into the register. null: left blank. */
          seal: sealRequest.nullable(),
          /** 副本 or 复印件 across the paper; null: the paper as it is. */
          mark: paperMark.nullable(),
          /** A print that counts, as PDF: numbered copies, the file kept, the register written. */
          issue: issueRequest.nullable(),
        })
        .refine(({ issue, mark, format }) => issue === null || (mark === null && format === 'pdf'), {
          path: ['issue'],
          error: 'only as PDF, and unmarked',
        }),
    )
    .output(
      progressThen(
        z.object({
          fileId: z.string(),
          fileName: z.string(),
          count: z.int(),
          skipped: z.array(
            z.object({
              subjectId,
              organizationId: organizationId.nullable(),
              name: z.string(),
              missing: z.array(z.string()),
            }),
          ),
        }),
      ),
    ),
  /** The file that `make` made; it is kept in memory until taken, and forgotten when the archive is locked. */
  takeFile: onArchive.input(z.object({ fileId: z.string().max(64) })).output(z.file()),
};
