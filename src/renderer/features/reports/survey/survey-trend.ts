import type { RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { surveyResult } from '../../../../shared/domain/survey.ts';

/** The result of one closed survey. */
export interface TrendPoint {
  readonly key: string;
  readonly on: string;
  readonly title: string;
  readonly rate: number;
  readonly score: number;
}

/** Closed surveys with a result, oldest first, of one day by their entry; the last eight, as many as fit a small chart. */
export const trendOf = (surveys: readonly RecordOf<'survey'>[]): readonly TrendPoint[] =>
  surveys
    .toSorted((a, b) => a.occurredOn.localeCompare(b.occurredOn) || a.createdAt.localeCompare(b.createdAt))
    .flatMap(({ id, title, occurredOn, content }): TrendPoint[] => {
      const { rate, score } = surveyResult(content);
      if (content.closedOn === null || rate === null || score === null) return [];
      return [{ key: id, on: occurredOn, title, rate, score }];
    })
    .slice(-8);
