import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import type { ListQuery } from '../../../components/use-list-query.ts';
import { todayHere } from '../../filings/today-here.ts';

/** The year that the address names, else this one, and the years there is something of; next year can be planned. */
export const useYear = (query: ListQuery): { readonly year: number; readonly years: string[] } => {
  const thisYear = Number(todayHere().slice(0, 4));
  const named = Number(query.value('year'));
  const year = Number.isInteger(named) && named >= 2000 && named < 3000 ? named : thisYear;
  const { data } = useQuery(useApi().training.years.queryOptions());
  const years = [...new Set([thisYear + 1, year, ...(data ?? [])])].toSorted((one, other) => other - one);
  return { year, years: years.map(String) };
};
