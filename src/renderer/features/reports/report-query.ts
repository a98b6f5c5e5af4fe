import { decisionUse, type DecisionUse } from '../../../shared/domain/dossier-record.ts';
import { communityId, type CommunityId } from '../../../shared/domain/ids.ts';
import { surveySort, type SurveySort } from '../../../shared/contract/reports.ts';

/** What a list of this area shows; it lives in the address, so that a number elsewhere can open it. */
export interface ReportQuery {
  readonly text: string;
  readonly communityIds: readonly CommunityId[];
  /** 1-based. */
  readonly page: number;
  /** Period of the plan; null for the one that is due. */
  readonly period: string | null;
  /** Who has reported (or not), surveys that were counted (or not); null for both. */
  readonly done: boolean | null;
  readonly year: number | null;
  readonly lowOnly: boolean;
  readonly uses: readonly DecisionUse[];
  /** Follow-ups that were closed as well. */
  readonly withClosed: boolean;
  readonly sort: SurveySort;
}

export const pageSize = 50;
export const usualSort: SurveySort = { by: 'date', descending: true };

const listIn = (query: URLSearchParams, name: string): readonly string[] =>
  query.get(name)?.split(',').filter(Boolean) ?? [];

const yesOrNo = (text: string | null): boolean | null =>
  text === 'yes' ? true : text === 'no' ? false : null;

const wholeIn = (query: URLSearchParams, name: string, least: number): number | null => {
  const value = Number(query.get(name));
  return Number.isInteger(value) && value >= least ? value : null;
};

/** What nobody knows is left out: a mistyped address shows everything rather than nothing. */
export const reportQueryFrom = (query: URLSearchParams): ReportQuery => ({
  text: query.get('text')?.slice(0, 60) ?? '',
  communityIds: listIn(query, 'community').flatMap((id) => communityId.safeParse(id).data ?? []),
  page: wholeIn(query, 'page', 1) ?? 1,
  period: query.get('period'),
  done: yesOrNo(query.get('done')),
  year: wholeIn(query, 'year', 1990),
  lowOnly: query.get('low') === 'yes',
  uses: listIn(query, 'use').flatMap((code) => decisionUse.safeParse(code).data ?? []),
  withClosed: query.get('closed') === 'yes',
  sort: {
    by: surveySort.shape.by.safeParse(query.get('sort')).data ?? usualSort.by,
    descending: query.get('order') !== 'up',
  },
});

/** The shortest address of a list; `tab` stays as it is. */
export const reportQueryOf = (tab: string | null, state: ReportQuery): Record<string, string> => ({
  ...(tab === null ? {} : { tab }),
  ...(state.text === '' ? {} : { text: state.text }),
  ...(state.communityIds.length === 0 ? {} : { community: state.communityIds.join(',') }),
  ...(state.period === null ? {} : { period: state.period }),
  ...(state.done === null ? {} : { done: state.done ? 'yes' : 'no' }),
  ...(state.year === null ? {} : { year: String(state.year) }),
  ...(state.lowOnly ? { low: 'yes' } : {}),
  ...(state.uses.length === 0 ? {} : { use: state.uses.join(',') }),
  ...(state.withClosed ? { closed: 'yes' } : {}),
  ...(state.sort.by === usualSort.by ? {} : { sort: state.sort.by }),
  ...(state.sort.descending ? {} : { order: 'up' }),
  ...(state.page === 1 ? {} : { page: String(state.page) }),
});
