import { z } from 'zod';
import type {
  CertificateId,
  CommunityId,
  FilingId,
  OrganizationId,
  RecordId,
  SealMonth,
  ServiceLineId,
  StoragePlaceId,
  TrainingCompletionId,
  TrainingSessionId,
} from './ids.ts';
import type { ServiceRegister } from './service-register.ts';

/** Kinds of papers that are printed (DOMAIN 3), in the order of the work. */
export const documentKind = z.enum([
  'application',
  'filing-form',
  'charter',
  'founders-list',
  'person-in-charge',
  'founding-minutes',
  'undertaking',
  'premises-proof',
  'roster-full',
  'roster-public',
  'consent-form',
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
  'work-report',
  'survey-ballot',
  'survey-result',
  'disclosure-sheet',
  'disclosure-answer',
  'notice-board',
  'gap-letter',
  'rectification-order',
  'disposition-decision',
  'commendation-letter',
  'plaque-text',
  'dissolution-application',
  'asset-statement',
  'dissolution-notice',
  'archive-catalogue',
  'dossier-cover',
  'reference-sheet',
  'dossier-spine',
  'archive-stamps',
  'label',
  'place-labels',
  'box-list',
  'box-spine',
  'seal-register',
  'training-sign-in',
  'training-certificate',
  'training-pass',
  'service-proof',
  'thanks-letter',
  'service-case',
  'call-list',
  'service-list',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** The id of what a paper speaks of, by the kind of subject. */
export interface DocumentSubjectIds {
  readonly organization: OrganizationId;
  readonly filing: FilingId;
  readonly record: RecordId;
  readonly certificate: CertificateId;
  readonly community: CommunityId;
  readonly place: StoragePlaceId;
  readonly month: SealMonth;
  readonly 'training-session': TrainingSessionId;
  readonly 'training-completion': TrainingCompletionId;
  readonly 'service-line': ServiceLineId;
  readonly 'service-register': ServiceRegister;
}
export type DocumentSubject = keyof DocumentSubjectIds;

/** What the ids of each kind are ids of. */
export const documentSubject = {
  application: 'filing',
  'filing-form': 'organization',
  charter: 'organization',
  'founders-list': 'organization',
  'person-in-charge': 'organization',
  'founding-minutes': 'organization',
  undertaking: 'organization',
  'premises-proof': 'organization',
  'roster-full': 'organization',
  'roster-public': 'organization',
  'consent-form': 'organization',
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
  'work-report': 'record',
  'survey-ballot': 'record',
  'survey-result': 'record',
  'disclosure-sheet': 'record',
  'disclosure-answer': 'record',
  'notice-board': 'community',
  'gap-letter': 'community',
  'rectification-order': 'record',
  'disposition-decision': 'record',
  'commendation-letter': 'record',
  'plaque-text': 'record',
  'dissolution-application': 'filing',
  'asset-statement': 'filing',
  'dissolution-notice': 'filing',
  'archive-catalogue': 'organization',
  'dossier-cover': 'organization',
  'reference-sheet': 'organization',
  'dossier-spine': 'organization',
  'archive-stamps': 'organization',
  label: 'organization',
  'place-labels': 'place',
  'box-list': 'place',
  'box-spine': 'place',
  'seal-register': 'month',
  'training-sign-in': 'training-session',
  'training-certificate': 'training-completion',
  'training-pass': 'training-session',
  'service-proof': 'service-line',
  'thanks-letter': 'service-line',
  'service-case': 'service-line',
  'call-list': 'service-line',
  'service-list': 'service-register',
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
  'notice-board',
  'commendation-letter',
  'plaque-text',
]);

/** Shelves on which the print screen and the menus lay the kinds out, in the order of the work. */
export const documentGroup = z.enum([
  'application',
  'roster',
  'decision',
  'reports',
  'dispositions',
  'exit',
  'archive',
  'training',
  'services',
]);
export type DocumentGroup = z.infer<typeof documentGroup>;

export const kindsOfGroup: Readonly<Record<DocumentGroup, readonly DocumentKind[]>> = {
  application: [
    'application',
    'filing-form',
    'charter',
    'founders-list',
    'person-in-charge',
    'founding-minutes',
    'undertaking',
    'premises-proof',
  ],
  roster: ['roster-full', 'roster-public', 'consent-form'],
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
  reports: [
    'work-report',
    'survey-ballot',
    'survey-result',
    'disclosure-sheet',
    'disclosure-answer',
    'notice-board',
    'gap-letter',
  ],
  dispositions: ['rectification-order', 'disposition-decision', 'commendation-letter', 'plaque-text'],
  exit: ['dissolution-application', 'asset-statement', 'dissolution-notice'],
  archive: [
    'archive-catalogue',
    'dossier-cover',
    'reference-sheet',
    'dossier-spine',
    'archive-stamps',
    'label',
    'place-labels',
    'box-list',
    'box-spine',
    'seal-register',
  ],
  training: ['training-sign-in', 'training-pass', 'training-certificate'],
  services: ['service-proof', 'thanks-letter', 'service-case', 'call-list', 'service-list'],
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
