import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { attachment } from '../domain/attachment.ts';
import {
  changeGrounds,
  copyDocument,
  copyHolder,
  entryMode,
  filing,
  filingKind,
  filingRow,
  filingState,
  filingStepInput,
  noticePhoto,
  objectionResult,
} from '../domain/filing.ts';
import { attachmentId, filingId, objectionId, organizationId } from '../domain/ids.ts';
import { organizationFacts } from '../domain/organization.ts';
import { personInput } from '../domain/person.ts';
import { onArchive, refusals } from './base.ts';

const filingListFilter = z.object({
  states: z.array(filingState),
  kinds: z.array(filingKind),
  openOnly: z.boolean(),
  /** Only open ones past their deadline, or whose notice has ended. */
  due: z.enum(['overdue', 'notice-ended']).nullable().optional(),
});

export const filingsContract = {
  list: onArchive
    .input(filingListFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(filingRow), total: z.int() })),
  /** The list as shown, as a workbook. */
  exportList: onArchive.input(filingListFilter).output(z.file()),
  get: onArchive.input(z.object({ id: filingId })).output(filing),
  /** Starts an initial filing of a new organization; a draft, saved at once. */
  startInitial: onArchive
    .input(z.object({ facts: organizationFacts, responsiblePerson: personInput.nullable(), entryMode }))
    .output(filing),
  /**
   * Starts a change filing (policy Art. 2(4)) or a dissolution (Art. 3) of a filed organization, or the initial
   * filing of one that is in the archive without having been filed: imported, or refused before.
   */
  startOnOrganization: onArchive
    .errors(refusals('FILING_OPEN', 'ILLEGAL_STEP'))
    .input(
      z.object({
        organizationId,
        kind: filingKind,
        entryMode,
        /** A change that is begun by an edit: the facts as they are to be. */
        facts: organizationFacts.nullable().default(null),
      }),
    )
    .output(filing),
  /** Saves the draft facts of a filing still in preparation or returned. */
  saveFacts: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(z.object({ id: filingId, facts: organizationFacts, responsiblePerson: personInput.nullable() }))
    .output(filing),
  /** Why a change filing changes the facts, and how the organization decided it. */
  saveChangeGrounds: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(z.object({ id: filingId, grounds: changeGrounds }))
    .output(filing),
  /** Takes one step. Outside back-entry mode illegal jumps, future dates and dates before the last step are refused. */
  advance: onArchive
    .errors(
      refusals(
        'ILLEGAL_STEP',
        'STEP_INCOMPLETE',
        'STEP_DATE_INVALID',
        'NOTICE_NOT_ENDED',
        'FILING_NUMBER_TAKEN',
        'FILING_NUMBER_RULE_INVALID',
      ),
    )
    .input(z.object({ id: filingId, step: filingStepInput }))
    .output(filing),
  /** Answers one objection to the notice; the last answer lets the clock run again. */
  answerObjection: onArchive
    .errors(refusals('ILLEGAL_STEP', 'STEP_DATE_INVALID'))
    .input(
      z.object({
        id: filingId,
        objectionId,
        answer: z.string().trim().min(1).max(1000),
        answeredBy: z.string().trim().min(1).max(60),
        answeredOn: isoDate,
        result: objectionResult,
      }),
    )
    .output(filing),
  /** Marks an attached picture as a photo of the notice; without a caption the mark is taken off. */
  markNoticePhoto: onArchive
    .input(z.object({ id: filingId, attachmentId, caption: noticePhoto.shape.caption.nullable() }))
    .output(filing),
  /** Materials the rule pack asks for that this filing lacks, by name. */
  checklist: onArchive.input(z.object({ id: filingId })).output(
    z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        basis: z.string(),
        present: z.boolean(),
        hint: z.string().nullable(),
      }),
    ),
  ),
  recordCopy: onArchive
    .input(
      z.object({
        id: filingId,
        document: copyDocument,
        holder: copyHolder,
        receivedOn: isoDate.nullable(),
        signer: z.string().max(30).nullable(),
      }),
    )
    .output(filing),
  nextNumber: onArchive
    .errors(refusals('FILING_NUMBER_RULE_INVALID'))
    .input(z.object({ id: filingId }))
    .output(z.object({ filingNumber: z.string() })),
  /** Numbers of a year: assigned, voided, and gaps, each with a reason (FEATURES A10). */
  numberRegister: onArchive.input(z.object({ year: z.int() })).output(
    z.array(
      z.object({
        filingNumber: z.string(),
        sequence: z.int().nullable(),
        state: z.enum(['assigned', 'void', 'gap']),
        organizationName: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
  /** Adds a scan of stamped paper as evidence. Copied in, encrypted, hashed. */
  attach: onArchive.input(z.object({ id: filingId, file: z.file() })).output(attachment),
  attachmentFile: onArchive.input(z.object({ attachmentId })).output(z.file()),
};
