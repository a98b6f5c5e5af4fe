import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Filing } from '../../../shared/domain/filing.ts';
import type { OrganizationFacts } from '../../../shared/domain/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { factsProblems } from '../organizations/facts/facts-form.ts';

/** A pause in typing after which the draft is saved, in milliseconds. */
const quietMs = 600;

export interface FilingDraft {
  readonly facts: OrganizationFacts;
  readonly change: (facts: OrganizationFacts) => void;
  /** Saves what is still unsaved; resolves once it is in the archive. */
  readonly flush: () => Promise<void>;
  readonly standing: 'saved' | 'saving' | 'unsaved' | 'incomplete';
  readonly error: unknown;
}

/** The facts of a filing as they are typed; every pause saves them, and so does leaving the page. */
export const useFilingDraft = (filing: Filing): FilingDraft => {
  const [facts, setFacts] = useState(filing.facts);
  const [saved, setSaved] = useState(filing.facts);
  const latest = useRef(facts);
  const kept = useRef(facts);
  /** On its way to the archive: whoever asks for the same again waits for it, so that nothing is sent after a step. */
  const onItsWay = useRef<{ readonly facts: OrganizationFacts; readonly arrival: Promise<void> } | null>(
    null,
  );
  const { mutateAsync, isPending, error } = useMutation(
    // One after another: an older draft never overtakes a newer one.
    useApi().filings.saveFacts.mutationOptions({ scope: { id: `facts-${filing.id}` } }),
  );
  const send = async (typed: OrganizationFacts): Promise<void> => {
    await mutateAsync({ id: filing.id, facts: typed, responsiblePerson: null });
    kept.current = typed;
    setSaved(typed);
  };
  const flush = async (): Promise<void> => {
    const typed = latest.current;
    if (typed === kept.current || factsProblems(typed).size > 0) return;
    if (onItsWay.current?.facts === typed) return onItsWay.current.arrival;
    const arrival = send(typed);
    onItsWay.current = { facts: typed, arrival };
    try {
      await arrival;
    } finally {
      if (onItsWay.current.facts === typed) onItsWay.current = null;
    }
  };
  const flushSoon = useDebouncedCallback(() => void flush().catch(() => undefined), {
    delay: quietMs,
    flushOnUnmount: true,
  });
  const change = (next: OrganizationFacts): void => {
    latest.current = next;
    setFacts(next);
    flushSoon();
  };
  const standing = (): FilingDraft['standing'] => {
    if (facts === saved) return 'saved';
    if (factsProblems(facts).size > 0) return 'incomplete';
    return isPending ? 'saving' : 'unsaved';
  };
  return { facts, change, flush, standing: standing(), error };
};
