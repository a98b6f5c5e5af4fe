import { useSearchParams } from 'react-router';

export interface RegisterQuery {
  readonly get: (name: string) => string;
  readonly list: (name: string) => readonly string[];
  /** 1-based. */
  readonly page: number;
  /** Sets values and goes back to the first page; an empty value is left out of the address. */
  readonly set: (values: Readonly<Record<string, string>>) => void;
  readonly setPage: (page: number) => void;
}

export const registerPageSize = 50;

/** Filters of a register, kept in the address so that a number on another screen can open the list it counts. */
export const useRegisterQuery = (): RegisterQuery => {
  const [query, setQuery] = useSearchParams();
  const page = Number(query.get('page'));
  const put = (values: Readonly<Record<string, string>>): void => {
    const merged = { ...Object.fromEntries(query), ...values };
    setQuery(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== '')), {
      replace: true,
    });
  };
  return {
    get: (name) => query.get(name) ?? '',
    list: (name) => (query.get(name) ?? '').split(',').filter((value) => value !== ''),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    set: (values) => put({ page: '', ...values }),
    setPage: (next) => put({ page: next === 1 ? '' : String(next) }),
  };
};
