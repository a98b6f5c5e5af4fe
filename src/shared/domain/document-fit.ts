import type { DocumentKindOn } from './document.ts';
import type { RecordContent, RecordKind } from './dossier-record.ts';
import type { FilingAction, FilingKind } from './filing.ts';

/** What of a filing decides which papers can be made of it. */
export interface FilingTraits {
  readonly kind: FilingKind;
  readonly actions: readonly FilingAction[];
  readonly objected: boolean;
}

/** Whether a paper can be made of a filing: a refusal of none that was refused, a change form of none but a change. */
export const fitsFiling = (
  document: DocumentKindOn<'filing'>,
  { kind, actions, objected }: FilingTraits,
): boolean => {
  switch (document) {
    case 'application':
      return kind === 'initial';
    case 'committee-opinion':
      return true;
    case 'correction-notice':
      return actions.includes('committee-return') || actions.includes('street-return');
    case 'refusal-notice':
      return actions.includes('street-refuse');
    case 'objection-answer':
      return objected;
    case 'approval':
      return actions.includes('street-agree');
    case 'filing-notice':
      return kind !== 'dissolution' && actions.includes('street-agree');
    case 'copies-receipt':
      return kind !== 'dissolution';
    case 'change-form':
      return kind === 'change';
    case 'dissolution-application':
    case 'asset-statement':
      return kind === 'dissolution';
    case 'dissolution-notice':
      return kind === 'dissolution' && actions.includes('street-agree');
  }
};

/** What of a record decides which papers can be made of it. */
export interface RecordTraits {
  readonly kind: RecordKind;
  /** A disposition that sets something right by a day. */
  readonly rectifies: boolean;
  /** A disposition that praises. */
  readonly praises: boolean;
  /** A disclosure to which somebody objected. */
  readonly objected: boolean;
}

/** The traits of a record, by its content. */
export const recordTraitsOf = (content: RecordContent): RecordTraits => ({
  kind: content.kind,
  rectifies: content.kind === 'disposition' && content.type === 'rectify',
  praises: content.kind === 'disposition' && content.type === 'praise',
  objected: content.kind === 'disclosure' && content.objections.length > 0,
});

export const fitsRecord = (
  document: DocumentKindOn<'record'>,
  { kind, rectifies, praises, objected }: RecordTraits,
): boolean => {
  switch (document) {
    case 'work-report':
      return kind === 'committee-report';
    case 'survey-ballot':
    case 'survey-result':
      return kind === 'survey';
    case 'disclosure-sheet':
      return kind === 'disclosure';
    case 'disclosure-answer':
      return objected;
    case 'rectification-order':
      return kind === 'disposition' && rectifies;
    case 'disposition-decision':
      return kind === 'disposition' && !rectifies && !praises;
    case 'commendation-letter':
    case 'plaque-text':
      return praises;
  }
};
