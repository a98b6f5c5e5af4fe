import { useSearchParams } from 'react-router';
import { pageSize, reportQueryFrom, reportQueryOf, type ReportQuery } from './report-query.ts';

export interface ReportQueryControl {
  readonly state: ReportQuery;
  /** Text and communities, as every filter of this area takes them. */
  readonly shared: { text: string; communityIds: ReportQuery['communityIds'][number][] };
  readonly span: { readonly offset: number; readonly limit: number };
  /** Changes filters and goes back to the first page, unless the page itself is changed. */
  readonly change: (part: Partial<ReportQuery>) => void;
}

export const useReportQuery = (): ReportQueryControl => {
  const [query, setQuery] = useSearchParams();
  const state = reportQueryFrom(query);
  return {
    state,
    shared: { text: state.text, communityIds: [...state.communityIds] },
    span: { offset: (state.page - 1) * pageSize, limit: pageSize },
    change: (part) =>
      setQuery(reportQueryOf(query.get('tab'), { ...state, page: 1, ...part }), { replace: true }),
  };
};
