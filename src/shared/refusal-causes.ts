import { z } from 'zod';
import { desk, type Desk } from './domain/desk.ts';
import { findingCode, type FindingCode } from './domain/workbook-import.ts';

/**
 * What an expected failure may be about: closed sets, so that a cause without its Chinese words in
 * labels/refusal-causes.ts does not compile and nobody is ever shown a code.
 */

/** What a call named and the archive does not have. */
const absentThings = [
  'organization',
  'office',
  'community',
  'filing',
  'step',
  'objection',
  'certificate',
  'attachment',
  'dossier-file',
  'office-template',
  'label-sheet',
  'printer',
  'print-job',
  'office-part',
  'record',
  'vote',
  'membership',
  'member',
  'person',
  'consent',
  'term',
  'post',
  'merge',
  'snapshot',
  'area-change',
  'view',
  'inbox-item',
  'archive-item',
  'storage-place',
  'custom-field',
  'bulk-edit',
  'restriction',
  'rule-pack',
  'import',
  'package',
  'training',
  'service-line',
  'seal-use',
  'issued-paper',
  'file',
  'bureau-key',
  'bag',
  'medium',
  'receipt',
  'street',
  'street-key',
  'received-file',
  'received-package',
  'trainee-stay',
  'training-course',
  'training-session',
  'training-cycle',
  'training-target',
  'training-certificate',
  'training-exam',
  'backup',
] as const;
export type AbsentThing = (typeof absentThings)[number];

/** What stands against a change. */
const conflictingThings = [
  'organization',
  'register',
  'record',
  'record-kind',
  'objection',
  'objections',
  'member',
  'later-stay',
  'person',
  'identity-number',
  'community-code',
  'area-change',
  'office-part',
  'view-name',
  'inbox-item',
  'archive-item',
  'storage-place',
  'storage-place-used',
  'custom-field',
  'bulk-edit',
  'bulk-edit-changed',
  'seal-use',
  'issued-paper',
  'service-register',
  'volunteer',
  'two-volunteers',
  'print-job',
  'printer',
  'label-sheet',
  'recycle-bin',
  'credit-code',
  'rule-pack-day',
  'bureau-key',
  'package',
  'street-reported',
  'street-key',
  'trainee-stay',
  'training-course',
  'training-session',
  'training-cycle',
  'training-certificate',
  'training-plan',
] as const;
export type ConflictingThing = (typeof conflictingThings)[number];

/** Entries that a service may refuse beyond what the contract's schema can say. */
const refusedFields = [
  'file',
  'photo',
  'name',
  'bodyName',
  'identityNumber',
  'phone',
  'collectorPhone',
  'contactPhone',
  'customValue',
  'founders',
  'facts',
  'former',
  'issuedOn',
  'formerOn',
  'collectedOn',
  'receivedOn',
  'joinedOn',
  'leftOn',
  'reachedOn',
  'givenOn',
  'revokedOn',
  'effectiveOn',
  'exitedOn',
  'asOf',
  'candidateReasons',
  'candidateSince',
  'creditCode',
  'registeredOn',
  'category',
  'communityIds',
  'mergedId',
  'importId',
  'signer',
  'usedOn',
  'reprintReason',
  'after',
  'partBytes',
  'validUntil',
  'startsOn',
  'endsOn',
  'madeUpOn',
  'sessionState',
  'examOn',
] as const;
export type RefusedField = (typeof refusedFields)[number];

/** What is wrong with an entry; numbers of people add the codes of their readers (`FindingCode`). */
const valueFlaws = [
  'missing',
  'empty',
  'taken',
  'masked',
  'same',
  'too-large',
  'future',
  'past',
  'before-issue',
  'after-issue',
  'before-joined',
  'before-left',
  'wrong-outcome',
  'needs-change-filing',
  'code-length',
  'code-characters',
  'code-check-digit',
  'unknown-category',
  'not-a-scan',
  'not-a-picture',
  'not-minisign',
  'cursor',
  'too-many-parts',
  'malformed',
] as const;
export type ValueFlaw = (typeof valueFlaws)[number];

export interface Absence {
  readonly what: AbsentThing;
}
export interface Conflict {
  readonly what: ConflictingThing;
}
export interface RefusedValue {
  readonly field: RefusedField;
  readonly reason: ValueFlaw | FindingCode;
}

/** Asked of an archive of the other desk. `desk`: whose archive it is. */
export interface WrongDesk {
  readonly desk: Desk;
}

// Every procedure of the contract carries these: typed by name, its type stays short enough for the compiler.
export const absence: z.ZodType<Absence> = z.object({ what: z.enum(absentThings) });
export const wrongDesk: z.ZodType<WrongDesk> = z.object({ desk });
export const conflict: z.ZodType<Conflict> = z.object({ what: z.enum(conflictingThings) });
export const refusedValue: z.ZodType<RefusedValue> = z.object({
  field: z.enum(refusedFields),
  reason: z.union([z.enum(valueFlaws), findingCode]),
});

/** What is wrong with a bag (RFC 8493). */
export const bagFlaws = [
  'declaration',
  'encoding',
  'too-large',
  'algorithm',
  'manifest-line',
  'manifest-duplicate',
  'manifest-outside',
  'no-manifest',
  'info-line',
  'payload-sum',
  'fetch',
] as const;
export type BagFlaw = (typeof bagFlaws)[number];

/** Why a package's period is not taken. */
export const periodFlaws = ['future', 'kind', 'days', 'not-expected'] as const;
export type PeriodFlaw = (typeof periodFlaws)[number];

/** Why a package is not taken a second time. */
export const duplicateFlaws = ['same-file', 'same-number', 'older'] as const;
export type DuplicateFlaw = (typeof duplicateFlaws)[number];

/** Why a receipt is not taken. */
export const receiptFlaws = [
  'format',
  'newer',
  'signature',
  'signer',
  'no-signing-key',
  'other-package',
  'other-street',
] as const;
export type ReceiptFlaw = (typeof receiptFlaws)[number];
