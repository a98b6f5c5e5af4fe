import { evaluatorGroup, type EvaluatorGroup, type SurveyWeights } from '../../../../shared/domain/survey.ts';

/** Share of a group in words, to one decimal: `33.3%`. */
export const weightPercent = (weights: SurveyWeights, group: EvaluatorGroup): string => {
  const whole = evaluatorGroup.options.reduce((sum, each) => sum + weights[each], 0);
  return whole === 0 ? '—' : `${Math.round((weights[group] * 1000) / whole) / 10}%`;
};
