import { isOpenState } from '../../../shared/domain/filing-state-machine.ts';
import type {
  Filing,
  FilingAction,
  FilingKind,
  FilingState,
  FilingStep,
} from '../../../shared/domain/filing.ts';

/** The stations of a filing as a clerk names them; each holds the steps that are taken there. */
export type FilingStage =
  | 'materials'
  | 'committee'
  | 'street'
  | 'notice'
  | 'certificate'
  | 'closing'
  | 'copies';

export const stageTitles: Readonly<Record<FilingStage, string>> = {
  materials: '填写材料',
  committee: '居（村）委会初审',
  street: '街道审核',
  notice: '公示',
  certificate: '发证',
  closing: '注销办结',
  copies: '领证与留存',
};

const stagesOfFiling: readonly FilingStage[] = [
  'materials',
  'committee',
  'street',
  'notice',
  'certificate',
  'copies',
];

/** The stations of each kind, in order: an organization that ends gets no certificate and no copies. */
export const stagesOf = (kind: FilingKind): readonly FilingStage[] =>
  kind === 'dissolution' ? ['materials', 'committee', 'street', 'notice', 'closing'] : stagesOfFiling;

const actionsOf: Readonly<Record<FilingStage, readonly FilingAction[]>> = {
  materials: ['submit'],
  committee: ['committee-pass', 'committee-return', 'committee-decline'],
  street: ['street-agree', 'street-return', 'street-refuse'],
  notice: ['start-notice', 'record-objection', 'resolve-objection', 'close-notice'],
  certificate: ['issue-certificate'],
  closing: ['close-dissolution'],
  copies: [],
};

/** What can be done at a station now, in the order of the procedure. */
export const actionsAt = (
  { allowedActions, state }: Pick<Filing, 'allowedActions' | 'state'>,
  stage: FilingStage,
): readonly FilingAction[] =>
  // Whether an objection holds is decided where the objection hangs.
  (stage === 'notice' && state === 'objected'
    ? ([...actionsOf.notice, 'street-refuse'] as const)
    : actionsOf[stage]
  ).filter((action) => allowedActions.includes(action));

/** The steps on record that were taken at a station. */
export const stepsAt = (steps: readonly FilingStep[], stage: FilingStage): readonly FilingStep[] =>
  steps.filter(
    ({ action, fromState }) =>
      (stage === 'notice' && fromState === 'objected' && action === 'street-refuse') ||
      (stage === 'materials' && action === 'withdraw') ||
      (actionsOf[stage].includes(action) && !(fromState === 'objected' && stage === 'street')),
  );

const stageOfState = (state: FilingState, kind: FilingKind): FilingStage => {
  switch (state) {
    case 'preparing':
    case 'returned':
    case 'withdrawn':
      return 'materials';
    case 'applied':
    case 'not-forwarded':
      return 'committee';
    case 'committee-passed':
    case 'refused':
      return 'street';
    case 'street-agreed':
    case 'on-notice':
    case 'objected':
      return 'notice';
    case 'notice-cleared':
      return kind === 'dissolution' ? 'closing' : 'certificate';
    case 'filed':
      return 'copies';
    case 'dissolved':
      return 'closing';
  }
};

/** Where a filing stands: at the station that is waited for. A notice that has run out waits for the certificate. */
export const currentStage = (
  { state, kind, notice }: Pick<Filing, 'state' | 'kind' | 'notice'>,
  today: string,
): FilingStage => {
  if (state === 'on-notice' && notice !== null && notice.pausedOn === null && today > notice.endsOn) {
    return kind === 'dissolution' ? 'closing' : 'certificate';
  }
  return stageOfState(state, kind);
};

/** What to tell at a station where nothing has been done and nothing can be done now. */
export const stageHintOf = ({ state, kind }: Pick<Filing, 'state' | 'kind'>, stage: FilingStage): string => {
  if (!isOpenState(state)) return '这件备案已经办结，这一步没有记录。';
  const stages = stagesOf(kind);
  const ahead = stages.indexOf(stage) > stages.indexOf(stageOfState(state, kind));
  return ahead ? '还没到这一步。办完前面的步骤，这里就能登记。' : '这一步没有记录。';
};
