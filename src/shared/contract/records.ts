import { z } from 'zod';
import { isoInstant } from '../domain/dates.ts';
import { dossierPart } from '../domain/dossier.ts';
import { dossierRecord, recordInput } from '../domain/dossier-record.ts';
import { organizationId, recordId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';

const deletedItem = z.object({
  what: z.enum(['record', 'file', 'service-line']),
  id: z.string(),
  /** Kind of a record, part of a file, register of a line. */
  kind: z.string(),
  title: z.string(),
  /** null for what belongs to none. */
  organizationId: organizationId.nullable(),
  organizationName: z.string().nullable(),
  deletedAt: isoInstant,
});

/** Dated records of dossier parts three to five. */
export const recordsContract = {
  /** Records of an organization, newest first; of one part, or of all. */
  list: onArchive
    .input(z.object({ organizationId, part: dossierPart.nullable() }))
    .output(z.array(dossierRecord).readonly()),
  get: onArchive.input(z.object({ id: recordId })).output(dossierRecord),
  /** Creates a record (`id` null) or replaces what is said in one. */
  save: onArchive
    .errors(
      refusals(
        'PERIOD_UNKNOWN',
        'STEP_DATE_INVALID',
        'STEP_INCOMPLETE',
        'ILLEGAL_STEP',
        'SURVEY_LOCKED',
        'SURVEY_CLOSED',
        'SURVEY_UNBALANCED',
        'SURVEY_CITED',
        'SURVEY_NOT_CITABLE',
      ),
    )
    .input(z.object({ id: recordId.nullable(), record: recordInput }))
    .output(dossierRecord),
  /** Puts a record into the recycle bin. */
  remove: onArchive
    .errors(refusals('SURVEY_CITED', 'RECORD_IN_USE'))
    .input(z.object({ id: recordId }))
    .output(z.object({})),
  /** Takes a record out of the recycle bin. */
  restore: onArchive
    .errors(refusals('SURVEY_NOT_CITABLE'))
    .input(z.object({ id: recordId }))
    .output(dossierRecord),
  /** What lies in the recycle bin, newest first. */
  listDeleted: onArchive.input(z.object({})).output(z.array(deletedItem).readonly()),
};
