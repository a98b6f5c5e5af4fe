import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { DistrictPeriod } from '../../../shared/domain/bureau.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { todayHere } from '../filings/today-here.ts';
import { usualPeriod } from './usual-period.ts';

export interface PeriodChoice {
  /** undefined while they are read. */
  readonly periods: readonly DistrictPeriod[] | undefined;
  /** Empty while they are read. */
  readonly period: PeriodCode;
  readonly choose: (period: PeriodCode) => void;
  readonly error: unknown;
  readonly retry: () => void;
}

type Usual = (periods: readonly DistrictPeriod[], today: IsoDate) => DistrictPeriod | undefined;

/** The period that the address names, or the usual one. */
export const usePeriod = (usual: Usual = usualPeriod): PeriodChoice => {
  const [query, setQuery] = useSearchParams();
  const { data, error, refetch } = useQuery(useApi().bureau.periods.queryOptions());
  return {
    periods: data,
    period: query.get('period') ?? usual(data ?? [], todayHere())?.code ?? '',
    choose: (period) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('period', period);
          return after;
        },
        { replace: true },
      ),
    error,
    retry: () => void refetch(),
  };
};
