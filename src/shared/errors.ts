import { z } from 'zod';
import {
  absence,
  bagFlaws,
  conflict,
  duplicateFlaws,
  periodFlaws,
  receiptFlaws,
  refusedValue,
  wrongDesk,
} from './refusal-causes.ts';
import { serviceRegister } from './domain/service-register.ts';

/**
 * Every expected failure of the product: a code and the data that explains it. The union is closed: a code
 * that is not listed here does not compile, and every code needs a Chinese sentence in labels/error-messages.ts.
 */
export const errorCatalogue = {
  // archive
  ARCHIVE_ABSENT: z.object({}),
  ARCHIVE_LOCKED: z.object({}),
  ARCHIVE_EXISTS: z.object({}),
  ARCHIVE_BUSY: z.object({}),
  ARCHIVE_DAMAGED: z.object({ part: z.enum(['database', 'key-file', 'attachment']) }),
  WRONG_DESK: wrongDesk,
  ARCHIVE_NEWER: z.object({ archiveVersion: z.number(), applicationVersion: z.number() }),
  MIGRATION_FAILED: z.object({ migration: z.string(), restored: z.boolean() }),
  NOT_AN_ARCHIVE: z.object({}),
  WRONG_PASSWORD: z.object({ retryAfterSeconds: z.number() }),
  WRONG_RECOVERY_CODE: z.object({}),
  WEAK_PASSWORD: z.object({ minimumLength: z.number() }),
  DISK_FULL: z.object({}),
  STORAGE_UNWRITABLE: z.object({}),
  // general
  NOT_FOUND: absence,
  CONFLICT: conflict,
  INVALID_VALUE: refusedValue,
  CANCELLED: z.object({}),
  GUARDIAN_CONSENT_MISSING: z.object({}),
  RESPONSIBLE_PERSON_FILED: z.object({}),
  // filing
  ILLEGAL_STEP: z.object({ state: z.string(), action: z.string() }),
  STEP_INCOMPLETE: z.object({ missing: z.array(z.string()) }),
  NOTICE_NOT_ENDED: z.object({ endsOn: z.string() }),
  STEP_DATE_INVALID: z.object({ reason: z.enum(['future', 'before-previous', 'not-a-date']) }),
  FILING_OPEN: z.object({ filingId: z.string() }),
  /** `volume` in words, e.g. 2026 年第 3 卷. */
  DOSSIER_SEALED: z.object({ volume: z.string() }),
  CERTIFICATE_NOT_VALID: z.object({ status: z.string() }),
  /** `by` in words: what rests on the record. */
  RECORD_IN_USE: z.object({ by: z.string() }),
  /** `unread`: files that cannot be searched and nobody has looked at. */
  PERSONAL_DATA_FOUND: z.object({ findings: z.number(), unread: z.number() }),
  FILING_NUMBER_TAKEN: z.object({ filingNumber: z.string() }),
  FILING_NUMBER_RULE_INVALID: z.object({ token: z.string() }),
  RULE_PACK_INVALID: z.object({ path: z.string(), reason: z.string() }),
  CALENDAR_INVALID: z.object({ reason: z.string() }),
  // records
  PERIOD_UNKNOWN: z.object({ period: z.string() }),
  SURVEY_LOCKED: z.object({}),
  SURVEY_CLOSED: z.object({}),
  SURVEY_UNBALANCED: z.object({ count: z.number() }),
  SURVEY_CITED: z.object({ count: z.number() }),
  BALLOTS_REFUSED: z.object({
    reason: z.enum(['not-ballots', 'other-survey', 'other-items', 'taken', 'counts', 'too-many']),
  }),
  SURVEY_NOT_CITABLE: z.object({ reason: z.enum(['absent', 'open']) }),
  // registers of activities, volunteers and resources
  /** `flaw` as service-content.ts names it. */
  SERVICE_LINE_REFUSED: z.object({ register: serviceRegister, field: z.string(), flaw: z.string() }),
  POINTS_SHORT: z.object({ balance: z.number(), wanted: z.number() }),
  SERVICE_SHEET_REFUSED: z.object({ missing: z.array(z.string()) }),
  WORD_UNREADABLE: z.object({ reason: z.enum(['not-word', 'encrypted', 'too-large', 'damaged']) }),
  // excel
  WORKBOOK_UNREADABLE: z.object({
    reason: z.enum(['not-a-workbook', 'encrypted', 'too-large', 'damaged', 'unsafe']),
  }),
  WORKBOOK_EMPTY: z.object({}),
  MAPPING_INCOMPLETE: z.object({ sheet: z.string(), missing: z.array(z.string()) }),
  UPLOAD_EXPIRED: z.object({}),
  IMPORT_NOT_UNDOABLE: z.object({ reason: z.enum(['already-undone', 'changed-since']), count: z.number() }),
  // papers of the dossier
  PAPER_REFUSED: z.object({
    reason: z.enum(['empty', 'archive', 'phone-picture', 'program', 'unknown', 'damaged']),
  }),
  ITEM_ARCHIVED: z.object({ archivalCode: z.string() }),
  OFFICE_PART_USED: z.object({ name: z.string() }),
  PREVIEW_FAILED: z.object({
    reason: z.enum(['encrypted', 'damaged', 'too-large', 'too-long', 'no-preview']),
  }),
  SCAN_IN_USE: z.object({}),
  // documents
  PDF_PRINTER_MISSING: z.object({}),
  PDF_FAILED: z.object({ reason: z.string() }),
  PRINT_FAILED: z.object({ reason: z.string() }),
  SEAL_IMAGE_INVALID: z.object({
    reason: z.enum([
      'too-large',
      'not-png',
      'damaged',
      'dimensions',
      'empty',
      'not-transparent',
      'not-red',
      'not-round',
      'resolution',
    ]),
  }),
  SEAL_NOT_ALLOWED: z.object({ reason: z.enum(['picture', 'permission']) }),
  TEMPLATE_REFUSED: z.object({
    reason: z.enum(['not-word', 'encrypted', 'too-large', 'damaged', 'macro', 'outside', 'embedded']),
  }),
  DOCUMENT_INCOMPLETE: z.object({ missing: z.array(z.string()), organizationId: z.string().nullable() }),
  // ledger and packages
  PERIOD_INVALID: z.object({ period: z.string() }),
  LEDGER_BLOCKED: z.object({ count: z.number() }),
  RECIPIENT_MISSING: z.object({}),
  RECIPIENT_INVALID: z.object({ recipient: z.string() }),
  RECIPIENT_UNCONFIRMED: z.object({ fingerprint: z.string() }),
  PACKAGE_WRONG_KEY: z.object({}),
  PACKAGE_NOT_AGE: z.object({}),
  PACKAGE_CUT_SHORT: z.object({}),
  /** `block`: which block of the content, counted from 0. */
  PACKAGE_CHANGED: z.object({ part: z.enum(['header', 'content', 'whole']), block: z.int().nullable() }),
  PACKAGE_UNSIGNED: z.object({}),
  PACKAGE_BAD_SIGNATURE: z.object({}),
  PACKAGE_UNKNOWN_SIGNER: z.object({ keyId: z.string() }),
  PACKAGE_NAME_MISMATCH: z.object({
    part: z.enum(['district', 'street', 'period', 'correction']),
    expected: z.string(),
    found: z.string(),
  }),
  PACKAGE_NEWER_FORMAT: z.object({ version: z.string() }),
  PACKAGE_SCHEMA_INVALID: z.object({ path: z.string(), reason: z.string() }),
  ZIP_UNSAFE: z.object({ name: z.string(), reason: z.string() }),
  ZIP_DAMAGED: z.object({ reason: z.string() }),
  BAG_INVALID: z.object({ reason: z.enum(bagFlaws), name: z.string() }),
  BAG_FILE_MISSING: z.object({ name: z.string() }),
  BAG_FILE_EXTRA: z.object({ name: z.string() }),
  BAG_HASH_MISMATCH: z.object({ name: z.string() }),
  CIPHER_UNAVAILABLE: z.object({}),
  RECIPIENT_EXPIRED: z.object({ name: z.string(), validUntil: z.string() }),
  FINGERPRINT_DIFFERS: z.object({ name: z.string() }),
  /** Nothing has changed since the ledger that a correction would correct. */
  LEDGER_UNCHANGED: z.object({ period: z.string() }),
  /** A correction rests on a package that was made before. */
  LEDGER_NOT_SENT: z.object({ period: z.string() }),
  PARTS_INDEX_INVALID: z.object({}),
  PARTS_MISSING: z.object({ names: z.array(z.string()) }),
  PARTS_DAMAGED: z.object({ name: z.string() }),
  RECEIPT_INVALID: z.object({ reason: z.enum(receiptFlaws) }),
  /** What was read back from a medium is not what was written to it. */
  MEDIUM_DIFFERS: z.object({ fileName: z.string() }),
  RECOVERY_SHEET_WRONG: z.object({}),
  // the bureau's desk
  PACKAGE_WRONG_DISTRICT: z.object({ expected: z.string(), found: z.string() }),
  PACKAGE_WRONG_PERIOD: z.object({ period: z.string(), reason: z.enum(periodFlaws) }),
  PACKAGE_DUPLICATE: z.object({ reason: z.enum(duplicateFlaws), fileName: z.string() }),
  /** Signed with the key of another street than the one it is about. */
  PACKAGE_OTHER_STREETS_KEY: z.object({ street: z.string(), signer: z.string() }),
  /** `fileName`: the package that a correction rests on. */
  CORRECTION_BASE_MISSING: z.object({ fileName: z.string() }),
  CORRECTION_MISMATCH: z.object({ fileName: z.string() }),
  BUREAU_KEY_MISSING: z.object({}),
  BUREAU_KEY_INVALID: z.object({ part: z.enum(['identity', 'signing-key']) }),
  SIGNER_CARD_INVALID: z.object({}),
  RECEIPT_REASON_MISSING: z.object({}),
  // backups
  /** The place that backups go to, or lie in, is not there (any more). */
  BACKUP_PLACE_MISSING: z.object({ label: z.string() }),
  /** `neededBytes`: room that the backup needs. */
  BACKUP_PLACE_FULL: z.object({ label: z.string(), neededBytes: z.number() }),
  BACKUP_PLACE_UNWRITABLE: z.object({ label: z.string() }),
  /** A backup inside the archive's own folder would go with it. */
  BACKUP_PLACE_INSIDE: z.object({}),
  BACKUP_RUNNING: z.object({}),
  /** `name` of the backup; `count` of what is wrong. */
  BACKUP_UNSOUND: z.object({
    part: z.enum(['manifest', 'foreign', 'database', 'key-file', 'list', 'counts', 'stored']),
    name: z.string(),
    count: z.int(),
  }),
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorData<C extends ErrorCode> = z.infer<(typeof errorCatalogue)[C]>;

/** An expected failure. Thrown anywhere in shared or core; a host turns it into a coded refusal, never a crash. */
export class CodedError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData<C>;

  constructor(code: C, data: ErrorData<C>, options?: ErrorOptions) {
    super(code, options);
    this.name = 'CodedError';
    this.code = code;
    this.data = data;
  }
}

/** True when `error` is an expected failure with this code. */
export const isCoded = <C extends ErrorCode>(error: unknown, code: C): error is CodedError<C> =>
  error instanceof CodedError && error.code === code;
