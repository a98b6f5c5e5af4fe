import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { RevealedPerson } from '../../../shared/domain/reveal.ts';

interface Shown {
  readonly people: readonly RevealedPerson[];
  /** Clock of the page, milliseconds. */
  readonly until: number;
}

export interface Revealed {
  /** Numbers in clear; null for everybody else. */
  readonly of: (id: PersonId) => RevealedPerson | null;
  /** 0 while everything is masked. */
  readonly secondsLeft: number;
  readonly show: (people: readonly RevealedPerson[], seconds: number) => void;
  readonly hide: () => void;
}

/**
 * Holds numbers in clear for their seconds and no longer: they are forgotten when the time is over, when somebody turns
 * to another window, and with the screen that shows them. They are kept nowhere else.
 */
export const useRevealed = (): Revealed => {
  const [shown, setShown] = useState<Shown | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const hide = useCallback(() => {
    setShown(null);
    setSecondsLeft(0);
  }, []);
  useEffect(() => {
    if (shown === null) return undefined;
    const tick = (): void => {
      const left = Math.ceil((shown.until - performance.now()) / 1000);
      if (left <= 0) hide();
      else setSecondsLeft(left);
    };
    const whenHidden = (): void => {
      if (document.hidden) hide();
    };
    const timer = setInterval(tick, 250);
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      clearInterval(timer);
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, [shown, hide]);
  const byId = useMemo(() => new Map(shown?.people.map((person) => [person.personId, person])), [shown]);
  return {
    of: (id) => byId.get(id) ?? null,
    secondsLeft,
    show: (people, seconds) => {
      setShown({ people, until: performance.now() + seconds * 1000 });
      setSecondsLeft(seconds);
    },
    hide,
  };
};
