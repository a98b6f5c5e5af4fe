import { filingKind, filingState, type FilingKind, type FilingState } from '../../../shared/domain/filing.ts';

/** What the list of filings shows; it lives in the address, so that a number on another screen can open it. */
export interface FilingListState {
  readonly states: readonly FilingState[];
  readonly kinds: readonly FilingKind[];
  /** Only open ones past their deadline, or whose notice has ended. */
  readonly due: 'overdue' | 'notice-ended' | null;
  /** Closed ones as well; a list that names states shows those whether closed or not. */
  readonly withClosed: boolean;
  /** 1-based. */
  readonly page: number;
}

export const pageSize = 50;

const listIn = (query: URLSearchParams, name: string): readonly string[] =>
  query.get(name)?.split(',').filter(Boolean) ?? [];

const dueFrom = (code: string | null): FilingListState['due'] =>
  code === 'overdue' || code === 'notice-ended' ? code : null;

/** Codes that nobody knows are left out: a mistyped address shows everything rather than nothing. */
export const filingListStateFrom = (query: URLSearchParams): FilingListState => {
  const page = Number(query.get('page'));
  return {
    states: listIn(query, 'state').flatMap((code) => filingState.safeParse(code).data ?? []),
    kinds: listIn(query, 'kind').flatMap((code) => filingKind.safeParse(code).data ?? []),
    due: dueFrom(query.get('due')),
    withClosed: query.get('closed') === 'yes',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The shortest address of a state. */
export const filingListQueryOf = ({
  states,
  kinds,
  due,
  withClosed,
  page,
}: FilingListState): Readonly<Record<string, string>> => ({
  ...(states.length === 0 ? {} : { state: states.join(',') }),
  ...(kinds.length === 0 ? {} : { kind: kinds.join(',') }),
  ...(due === null ? {} : { due }),
  ...(withClosed ? { closed: 'yes' } : {}),
  ...(page === 1 ? {} : { page: String(page) }),
});
