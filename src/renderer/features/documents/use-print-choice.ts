import { useEffect, useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { printChoiceFrom, queryOfChoice, type PrintChoice } from './print-choice.ts';

export interface PrintChoiceControl extends PrintChoice {
  readonly change: (change: Partial<PrintChoice>) => void;
}

const addressOf = (choice: PrintChoice): string => new URLSearchParams(queryOfChoice(choice)).toString();

/**
 * The print choice, mirrored into the address. The state leads: the router shows an address a moment late, and two
 * quick ticks computed from it would lose one. An address that someone opens (a link, Back) leads once.
 */
export const usePrintChoice = (): PrintChoiceControl => {
  const [query, setQuery] = useSearchParams();
  const { key } = useLocation();
  const opened = useNavigationType() !== NavigationType.Replace;
  const [seen, setSeen] = useState(key);
  const [choice, setChoice] = useState(() => printChoiceFrom(query));
  if (key !== seen) {
    setSeen(key);
    if (opened) setChoice(printChoiceFrom(query));
  }
  const shown = addressOf(printChoiceFrom(query));
  const wanted = addressOf(choice);
  useEffect(() => {
    if (wanted !== shown) setQuery(wanted, { replace: true });
  }, [wanted, shown, setQuery]);
  return {
    ...choice,
    change: (change) => setChoice((before) => ({ ...before, ...change })),
  };
};
