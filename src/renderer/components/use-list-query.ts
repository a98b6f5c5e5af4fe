import { useSearchParams } from 'react-router';

/** Filters of a list as they stand in the address, so that a number elsewhere can open it. */
export interface ListQuery {
  readonly text: string;
  /** 1-based. */
  readonly page: number;
  readonly value: (name: string) => string | null;
  /** Values with commas between them. */
  readonly values: (name: string) => readonly string[];
  /** Sets, or with null or nothing removes, and goes back to the first page unless the page itself is set. */
  readonly change: (part: Readonly<Record<string, string | readonly string[] | null>>) => void;
}

export const useListQuery = (): ListQuery => {
  const [query, setQuery] = useSearchParams();
  const page = Number(query.get('page'));
  return {
    text: query.get('text')?.slice(0, 60) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    value: (name) => query.get(name),
    values: (name) => query.get(name)?.split(',').filter(Boolean) ?? [],
    change: (part) => {
      const next = new URLSearchParams(query);
      next.delete('page');
      for (const [name, value] of Object.entries(part)) {
        const text = typeof value === 'string' || value === null ? value : value.join(',');
        if (text === null || text === '') next.delete(name);
        else next.set(name, text);
      }
      setQuery(next, { replace: true });
    },
  };
};
