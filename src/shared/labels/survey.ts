import type { EvaluatorGroup, SurveyContent, SurveyTally } from '../domain/survey.ts';

export const evaluatorGroupLabels: Readonly<Record<EvaluatorGroup, string>> = {
  committees: '两委',
  residents: '居（村）民代表',
  units: '辖区单位',
};

export const surveyAnswerLabels: Readonly<Record<keyof SurveyTally, string>> = {
  satisfied: '满意',
  mostly: '基本满意',
  dissatisfied: '不满意',
  unknown: '不了解',
};

export const surveyEntryLabels: Readonly<Record<SurveyContent['entry'], string>> = {
  counts: '按票数录入',
  sheets: '逐张录入',
};

/** What is being done about a low score. */
export const followUpLabels: Readonly<Record<'none' | 'open' | 'overdue' | 'done', string>> = {
  none: '',
  open: '整改中',
  overdue: '整改逾期',
  done: '已办结',
};
