import type { CandidateCriterion } from '../domain/registration.ts';

/** The three criteria in the policy's own words (Art. 2). */
export const candidateCriterionLabels: Readonly<Record<CandidateCriterion, string>> = {
  scale: '规模较大',
  influence: '影响力强',
  effect: '作用明显',
};
