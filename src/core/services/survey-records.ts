import type { SurveyContent, SurveyGroup } from '../../shared/domain/survey.ts';
import { hasBallots, surveyImbalances } from '../../shared/domain/survey.ts';
import { CodedError } from '../../shared/errors.ts';

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What may not change once a ballot was handed in, in one order whatever the order in the input. */
const questionOf = ({ items, scale, weights, entry }: SurveyContent): unknown => [
  items,
  [scale.satisfied, scale.mostlySatisfied, scale.dissatisfied, scale.unknownCounts, scale.alertBelow],
  [weights.committees, weights.residents, weights.units],
  entry,
];

const countsOf = ({ groups }: SurveyContent): unknown =>
  [groups.committees, groups.residents, groups.units].map(
    ({ issued, returned, void: spoilt, tallies, sheets }) => [
      issued,
      returned,
      spoilt,
      tallies.map(({ satisfied, mostly, dissatisfied, unknown }) => [
        satisfied,
        mostly,
        dissatisfied,
        unknown,
      ]),
      sheets,
    ],
  );

const withoutOrder = (group: SurveyGroup): SurveyGroup => ({ ...group, sheets: [...group.sheets].sort() });

/**
 * A survey as it is kept: ballots sorted by what is on them, so that nothing tells in which order they came and with
 * that who gave which (FEATURES D6).
 */
export const anonymousSurvey = (content: SurveyContent): SurveyContent => ({
  ...content,
  groups: {
    committees: withoutOrder(content.groups.committees),
    residents: withoutOrder(content.groups.residents),
    units: withoutOrder(content.groups.units),
  },
});

/**
 * Whether a survey may be kept like this: items, scale and weights stay from the first ballot on; a closed one keeps its
 * numbers; closing needs numbers that agree, or a reason.
 *
 * @throws CodedError SURVEY_LOCKED, SURVEY_CLOSED, SURVEY_UNBALANCED
 */
export const checkSurvey = (before: SurveyContent | null, after: SurveyContent): void => {
  if (before !== null) {
    if (hasBallots(before) && hasBallots(after) && !same(questionOf(before), questionOf(after)))
      throw new CodedError('SURVEY_LOCKED', {});
    const stays = before.closedOn !== null && after.closedOn !== null;
    if (stays && !same([questionOf(before), countsOf(before)], [questionOf(after), countsOf(after)]))
      throw new CodedError('SURVEY_CLOSED', {});
  }
  const imbalances = after.closedOn === null ? [] : surveyImbalances(after);
  if (imbalances.length > 0 && after.imbalanceReason === null)
    throw new CodedError('SURVEY_UNBALANCED', { count: imbalances.length });
};
