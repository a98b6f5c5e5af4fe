import { z } from 'zod';
import type { CertificateId, CommunityId, FilingId, OrganizationId, RecordId } from './ids.ts';

/** Kinds of papers that are printed; the rest of DOMAIN 3's list follows. */
export const documentKind = z.enum([
  'application',
  'filing-form',
  'charter',
  'roster-full',
  'roster-public',
  'committee-opinion',
  'correction-notice',
  'refusal-notice',
  'filing-notice',
  'objection-answer',
  'approval',
  'certificate',
  'certificate-receipt',
  'copies-receipt',
  'change-form',
  'loss-statement',
  'dissolution-application',
  'asset-statement',
  'dissolution-notice',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** The id of what a paper speaks of, by the kind of subject. */
export interface DocumentSubjectIds {
  readonly organization: OrganizationId;
  readonly filing: FilingId;
  readonly record: RecordId;
  readonly certificate: CertificateId;
  readonly community: CommunityId;
}
export type DocumentSubject = keyof DocumentSubjectIds;

/** What the ids of each kind are ids of. */
export const documentSubject = {
  application: 'filing',
  'filing-form': 'organization',
  charter: 'organization',
  'roster-full': 'organization',
  'roster-public': 'organization',
  'committee-opinion': 'filing',
  'correction-notice': 'filing',
  'refusal-notice': 'filing',
  'filing-notice': 'filing',
  'objection-answer': 'filing',
  approval: 'filing',
  certificate: 'organization',
  'certificate-receipt': 'certificate',
  'copies-receipt': 'filing',
  'change-form': 'filing',
  'loss-statement': 'certificate',
  'dissolution-application': 'filing',
  'asset-statement': 'filing',
  'dissolution-notice': 'filing',
} as const satisfies Readonly<Record<DocumentKind, DocumentSubject>>;

/** Ids that a paper of a kind is made of. */
export type SubjectIdOf<K extends DocumentKind> = DocumentSubjectIds[(typeof documentSubject)[K]];

/** Kinds that are made of one kind of subject. */
export type DocumentKindOn<S extends DocumentSubject> = {
  [K in DocumentKind]: (typeof documentSubject)[K] extends S ? K : never;
}[DocumentKind];

export const isKindOn = <S extends DocumentSubject>(
  kind: DocumentKind,
  subject: S,
): kind is DocumentKindOn<S> => documentSubject[kind] === subject;

/** Papers that everybody may read. They are made of data that can hold no identity number, telephone or address (PIPL). */
export const publicKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'roster-public',
  'filing-notice',
  'dissolution-notice',
]);

/** Shelves on which the print screen and the menus lay the kinds out, in the order of the work. */
export const documentGroup = z.enum(['application', 'roster', 'decision', 'exit']);
export type DocumentGroup = z.infer<typeof documentGroup>;

export const kindsOfGroup: Readonly<Record<DocumentGroup, readonly DocumentKind[]>> = {
  application: ['application', 'filing-form', 'charter'],
  roster: ['roster-full', 'roster-public'],
  decision: [
    'committee-opinion',
    'correction-notice',
    'refusal-notice',
    'filing-notice',
    'objection-answer',
    'approval',
    'certificate',
    'certificate-receipt',
    'copies-receipt',
    'change-form',
    'loss-statement',
  ],
  exit: ['dissolution-application', 'asset-statement', 'dissolution-notice'],
};

export const documentFormat = z.enum(['docx', 'html', 'pdf']);
export type DocumentFormat = z.infer<typeof documentFormat>;

/** Paper of a document; millimetres. */
export const paper = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  orientation: z.enum(['portrait', 'landscape']),
});
export type Paper = z.infer<typeof paper>;
