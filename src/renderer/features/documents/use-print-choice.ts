import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { printChoiceFrom, queryOfChoice, type PrintChoice } from './print-choice.ts';

export interface PrintChoiceControl extends PrintChoice {
  readonly change: (change: Partial<PrintChoice>) => void;
}

/** The print choice in the address; a click replaces the history entry, so that Back leaves the screen at once. */
export const usePrintChoice = (): PrintChoiceControl => {
  const [query, setQuery] = useSearchParams();
  const choice = useMemo(() => printChoiceFrom(query), [query]);
  return {
    ...choice,
    change: (change) => setQuery(queryOfChoice({ ...choice, ...change }), { replace: true }),
  };
};
