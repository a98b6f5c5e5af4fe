import type { DossierPart } from './dossier.ts';
import type { FilingAction, FilingStep } from './filing.ts';
import type { PaperKind } from './paper-code.ts';

/** Where a printed paper belongs when it comes back as a scan. */
export type PaperHome =
  /** To the filing it speaks of, as evidence of one of these steps. */
  | { readonly at: 'filing'; readonly proves: readonly FilingAction[] }
  /** To the record it speaks of. */
  | { readonly at: 'record' }
  | { readonly at: 'part'; readonly part: DossierPart }
  /** To no single organization. */
  | { readonly at: 'nowhere' };

const filing = (...proves: readonly FilingAction[]): PaperHome => ({ at: 'filing', proves });
const part = (which: DossierPart): PaperHome => ({ at: 'part', part: which });
const record: PaperHome = { at: 'record' };

export const paperHomes: Readonly<Record<PaperKind, PaperHome>> = {
  application: filing('submit'),
  'filing-form': filing(
    'committee-pass',
    'committee-return',
    'committee-decline',
    'street-agree',
    'street-return',
    'street-refuse',
  ),
  charter: filing('submit'),
  'founders-list': filing('submit'),
  'person-in-charge': filing('submit'),
  'founding-minutes': filing('submit'),
  undertaking: filing('submit'),
  'premises-proof': filing('submit'),
  'change-form': filing('submit'),
  'dissolution-application': filing('submit'),
  'asset-statement': filing('submit'),
  'committee-opinion': filing('committee-pass', 'committee-return', 'committee-decline'),
  'correction-notice': filing('committee-return', 'street-return'),
  'refusal-notice': filing('committee-decline', 'street-refuse'),
  approval: filing('street-agree'),
  'filing-notice': filing('start-notice', 'close-notice'),
  'dissolution-notice': filing('start-notice', 'close-notice'),
  'objection-answer': filing('resolve-objection'),
  certificate: filing('issue-certificate'),
  'certificate-receipt': filing('issue-certificate'),
  'copies-receipt': filing('issue-certificate'),
  'loss-statement': filing('issue-certificate'),
  'roster-full': part('roster'),
  'roster-public': part('roster'),
  'consent-form': part('roster'),
  'work-report': record,
  'survey-ballot': record,
  'survey-result': record,
  'disclosure-sheet': record,
  'disclosure-answer': record,
  'rectification-order': record,
  'disposition-decision': record,
  'commendation-letter': record,
  'archive-catalogue': part('charter-and-form'),
  'dossier-cover': part('charter-and-form'),
  'reference-sheet': part('charter-and-form'),
  label: part('charter-and-form'),
  'gap-letter': part('charter-and-form'),
  'notice-board': { at: 'nowhere' },
  'place-labels': { at: 'nowhere' },
  'box-list': { at: 'nowhere' },
  'plaque-text': record,
  'dossier-spine': part('charter-and-form'),
  'archive-stamps': part('charter-and-form'),
  'box-spine': { at: 'nowhere' },
  'seal-register': { at: 'nowhere' },
  'training-sign-in': { at: 'nowhere' },
  'training-certificate': { at: 'nowhere' },
  'training-pass': { at: 'nowhere' },
  'service-proof': { at: 'nowhere' },
  'thanks-letter': { at: 'nowhere' },
  'service-case': { at: 'nowhere' },
  'call-list': { at: 'nowhere' },
  'service-list': { at: 'nowhere' },
};

/**
 * The step that a scan proves: the latest one taken of those it can prove, if no scan proves that one yet. Otherwise
 * it lies ready for the step that is next.
 *
 * @returns its sequence; null for the filing as a whole
 */
export const provenStep = (
  proves: readonly FilingAction[],
  steps: readonly Pick<FilingStep, 'sequence' | 'action' | 'attachmentIds'>[],
): number | null => {
  const latest = steps.findLast(({ action }) => proves.includes(action));
  return latest === undefined || latest.attachmentIds.length > 0 ? null : latest.sequence;
};
