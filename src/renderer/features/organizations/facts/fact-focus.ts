import { createContext, use } from 'react';
import { useSearchParams } from 'react-router';
import { factGapCodes, type FactGapCode } from '../../../app/paths.ts';

/** The fact that somebody came to fill in; null for none. */
export const FocusedFact = createContext<FactGapCode | null>(null);

/** The fact that the address asks for. */
export const useAskedFact = (): FactGapCode | null => {
  const [query] = useSearchParams();
  return factGapCodes.find((code) => code === query.get('fact')) ?? null;
};

/** Marks the field of a fact as the one that gets the focus, where it is asked for. */
export const useFactFocus = (): ((code: FactGapCode) => { readonly 'data-autofocus'?: true }) => {
  const focused = use(FocusedFact);
  return (code) => (code === focused ? { 'data-autofocus': true } : {});
};

/** Scrolls the field that was asked for into sight, of a form that is longer than its window. */
export const bringIntoSight = ({ target }: { readonly target: Element }): void => {
  if (target.hasAttribute('data-autofocus')) target.scrollIntoView?.({ block: 'center' });
};
