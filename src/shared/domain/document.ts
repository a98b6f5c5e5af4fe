import { z } from 'zod';
import type { CertificateId, CommunityId, FilingId, OrganizationId, RecordId } from './ids.ts';

/** Kinds of papers that are printed; the rest of DOMAIN 3's list follows. */
export const documentKind = z.enum(['filing-form', 'charter', 'certificate']);
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
  'filing-form': 'organization',
  charter: 'organization',
  certificate: 'organization',
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

/** Shelves on which the print screen and the menus lay the kinds out, in the order of the work. */
export const documentGroup = z.enum(['application', 'decision']);
export type DocumentGroup = z.infer<typeof documentGroup>;

export const kindsOfGroup: Readonly<Record<DocumentGroup, readonly DocumentKind[]>> = {
  application: ['filing-form', 'charter'],
  decision: ['certificate'],
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
