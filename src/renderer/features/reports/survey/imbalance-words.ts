import type { SurveyImbalance } from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';

/** What does not add up, in a sentence. */
export const imbalanceWords = (
  { group, problem, item, expected, found }: SurveyImbalance,
  items: readonly string[],
): string => {
  const who = evaluatorGroupLabels[group];
  switch (problem) {
    case 'returned-over-issued':
      return `${who}：回收 ${found} 张，多于发放 ${expected} 张`;
    case 'void-over-returned':
      return `${who}：作废 ${found} 张，多于回收 ${expected} 张`;
    case 'sheets':
      return `${who}：已录 ${found} 张，有效票应为 ${expected} 张`;
    case 'item':
      return `${who}“${items[item ?? 0] ?? ''}”：各档合计 ${found}，有效票应为 ${expected}`;
  }
};
