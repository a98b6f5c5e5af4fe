import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import type { Filing, FilingAction, FilingKind } from '../../../shared/domain/filing.ts';

type FilingPaper = DocumentKindOn<'filing'>;

const applications: Readonly<Record<FilingKind, FilingPaper>> = {
  initial: 'application',
  change: 'change-form',
  dissolution: 'dissolution-application',
};

const papers: Readonly<Partial<Record<FilingAction, FilingPaper>>> = {
  'committee-pass': 'committee-opinion',
  'committee-return': 'correction-notice',
  'street-return': 'correction-notice',
  'street-refuse': 'refusal-notice',
};

const paperOf = (kind: FilingKind, action: FilingAction): FilingPaper | null => {
  if (action === 'submit') return applications[kind];
  if (action === 'start-notice') return kind === 'dissolution' ? 'dissolution-notice' : 'filing-notice';
  if (action === 'street-agree') return kind === 'dissolution' ? null : 'approval';
  return papers[action] ?? null;
};

/** The paper that a step issues; of several steps with the same paper the last one prints it. */
export const paperOfStep = (
  { kind, steps }: Pick<Filing, 'kind' | 'steps'>,
  sequence: number,
): FilingPaper | null => {
  const step = steps.find((each) => each.sequence === sequence);
  if (step === undefined) return null;
  const paper = paperOf(kind, step.action);
  const last = steps.findLast(({ action }) => paperOf(kind, action) === paper);
  return paper !== null && last?.sequence === sequence ? paper : null;
};
