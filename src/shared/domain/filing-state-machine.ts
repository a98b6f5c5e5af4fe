import type { IsoDate } from './dates.ts';
import {
  filingAction,
  type EntryMode,
  type FilingAction,
  type FilingKind,
  type FilingState,
  type FilingStepInput,
} from './filing.ts';
import type { RulePackBody } from './rule-pack.ts';
import { lastDayOf } from './time-limit.ts';
import type { WorkingDayCalendar } from './working-days.ts';

interface Transition {
  readonly from: readonly FilingState[];
  readonly to: FilingState;
}

type Transitions = Readonly<Partial<Record<FilingAction, Transition>>>;

const openStates = [
  'preparing',
  'applied',
  'returned',
  'committee-passed',
  'street-agreed',
  'on-notice',
  'objected',
  'notice-cleared',
] as const satisfies readonly FilingState[];

/** The street's part, the same in every kind: agree, then publicize (policy Art. 2(2), Art. 3). */
const streetAndNotice = {
  'street-agree': { from: ['committee-passed'], to: 'street-agreed' },
  'street-return': { from: ['committee-passed'], to: 'returned' },
  'street-refuse': { from: ['committee-passed', 'objected'], to: 'refused' },
  'start-notice': { from: ['street-agreed'], to: 'on-notice' },
  'record-objection': { from: ['on-notice', 'objected'], to: 'objected' },
  'resolve-objection': { from: ['objected'], to: 'on-notice' },
  'close-notice': { from: ['on-notice'], to: 'notice-cleared' },
  withdraw: { from: openStates, to: 'withdrawn' },
} as const satisfies Transitions;

/** Application, first review by the committee, street, notice, certificate (policy Art. 2(1)–(2)). */
const filingTransitions: Transitions = {
  ...streetAndNotice,
  submit: { from: ['preparing', 'returned'], to: 'applied' },
  'committee-pass': { from: ['applied'], to: 'committee-passed' },
  'committee-return': { from: ['applied'], to: 'returned' },
  'committee-decline': { from: ['applied'], to: 'not-forwarded' },
  'issue-certificate': { from: ['on-notice', 'notice-cleared'], to: 'filed' },
};

/**
 * Art. 3: the committee sends the papers of an organization that ends on to the street. It may ask for missing
 * ones, but it has no say in whether the organization ends; the street approves.
 */
const dissolutionTransitions: Transitions = {
  ...streetAndNotice,
  submit: { from: ['preparing', 'returned'], to: 'applied' },
  'committee-pass': { from: ['applied'], to: 'committee-passed' },
  'committee-return': { from: ['applied'], to: 'returned' },
  'close-dissolution': { from: ['on-notice', 'notice-cleared'], to: 'dissolved' },
};

/** A change of filed facts is filed anew, by the same steps (policy Art. 2(4)). */
const transitionsOf: Readonly<Record<FilingKind, Transitions>> = {
  initial: filingTransitions,
  change: filingTransitions,
  dissolution: dissolutionTransitions,
};

/** True while somebody still has to do something. */
export const isOpenState = (state: FilingState): boolean => openStates.some((open) => open === state);

/** True while the applicant may still alter the facts applied for. */
export const isDraftState = (state: FilingState): boolean => state === 'preparing' || state === 'returned';

/** States that can come after `state`, itself included. */
const reachableFrom = (transitions: Transitions, state: FilingState): ReadonlySet<FilingState> => {
  const reached = new Set([state]);
  for (const current of reached) {
    for (const { from, to } of Object.values(transitions)) if (from.includes(current)) reached.add(to);
  }
  return reached;
};

/** Steps that speak of an earlier one on record; not even back-entry can do them without it. */
const neverSkipped: ReadonlySet<FilingAction> = new Set(['record-objection', 'resolve-objection']);

const isAllowed = (
  transitions: Transitions,
  state: FilingState,
  action: FilingAction,
  entryMode: EntryMode,
): boolean => {
  const transition = transitions[action];
  if (transition === undefined) return false;
  if (transition.from.includes(state)) return true;
  if (entryMode === 'live' || neverSkipped.has(action)) return false;
  const reachable = reachableFrom(transitions, state);
  return transition.from.some((from) => reachable.has(from));
};

/**
 * Where an action leads, or null where it may not be taken. In back-entry a step may be recorded although the steps
 * before it are on no paper (DOMAIN 1.3); a closed filing takes no step in either mode.
 */
export const nextState = (
  kind: FilingKind,
  state: FilingState,
  action: FilingAction,
  entryMode: EntryMode,
): FilingState | null => {
  const transitions = transitionsOf[kind];
  if (!isOpenState(state) || !isAllowed(transitions, state, action, entryMode)) return null;
  return transitions[action]?.to ?? null;
};

/** Every step that can be taken now, in the order of the procedure. */
export const allowedActions = (
  kind: FilingKind,
  state: FilingState,
  entryMode: EntryMode,
): readonly FilingAction[] =>
  filingAction.options.filter((action) => nextState(kind, state, action, entryMode) !== null);

/** What a step must bring besides actor and date. */
export type StepRequirement = 'opinion' | 'notice';

const requirementOf: Readonly<Partial<Record<FilingAction, StepRequirement>>> = {
  'committee-return': 'opinion',
  'committee-decline': 'opinion',
  'street-return': 'opinion',
  'street-refuse': 'opinion',
  'record-objection': 'opinion',
  'resolve-objection': 'opinion',
  'start-notice': 'notice',
};

/** What an action asks for: whoever returns, refuses or objects says why; a notice says where and how long. */
export const stepRequirements = (action: FilingAction): readonly StepRequirement[] => {
  const requirement = requirementOf[action];
  return requirement === undefined ? [] : [requirement];
};

/** What of it a step lacks; a list of gaps or reasons is an opinion, too. */
export const missingRequirements = (
  step: Pick<FilingStepInput, 'action' | 'opinion' | 'notice' | 'noticeItems'>,
): readonly StepRequirement[] =>
  stepRequirements(step.action).filter((requirement) =>
    requirement === 'opinion' ? !step.opinion && step.noticeItems.length === 0 : step.notice === null,
  );

/** Steps that send an application back to be mended, with a notice of every gap (补正通知书). */
export const returnsApplication = (action: FilingAction): boolean =>
  action === 'committee-return' || action === 'street-return';

/** Steps that take an earlier certificate out of use. */
export const endsCertificate = (kind: FilingKind, action: FilingAction): boolean =>
  action === 'close-dissolution' || (kind === 'change' && action === 'issue-certificate');

/** Actions that end a notice; before its last day has passed they need a reason. */
export const endsNotice = (action: FilingAction): boolean =>
  action === 'close-notice' || action === 'issue-certificate' || action === 'close-dissolution';

/**
 * Last day for the step that `state` waits for, counted from the day it was reached: the committee's first review
 * and the street's review have limits (DOMAIN 4); null elsewhere and where the rule pack sets none.
 */
export const stepDueOn = (
  state: FilingState,
  reachedOn: IsoDate,
  rules: Pick<RulePackBody, 'committeeReview' | 'streetReview'>,
  calendar: WorkingDayCalendar,
): IsoDate | null => {
  if (state === 'applied') return lastDayOf(calendar, rules.committeeReview, reachedOn);
  if (state === 'committee-passed') return lastDayOf(calendar, rules.streetReview, reachedOn);
  return null;
};
