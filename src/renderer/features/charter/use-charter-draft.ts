import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Charter } from '../../../shared/contract/charters.ts';
import type { CharterText } from '../../../shared/domain/charter.ts';
import { useApi } from '../../app/archive-api.tsx';

/** A pause in typing after which the draft is saved, in milliseconds. */
const quietMs = 600;

export interface CharterDraft {
  readonly text: CharterText;
  readonly change: (text: CharterText) => void;
  /** Goes back to the model text. */
  readonly restoreModel: () => void;
  /** Takes back the last change; null where there is none. */
  readonly undo: (() => void) | null;
  readonly standing: 'saved' | 'saving' | 'unsaved';
  readonly error: unknown;
}

/** The text of a charter as it is written; every pause saves it, and so does leaving the page. */
export const useCharterDraft = (charter: Charter): CharterDraft => {
  const [text, setText] = useState(charter.text);
  const [history, setHistory] = useState<readonly CharterText[]>([]);
  const [saved, setSaved] = useState(charter.text);
  const latest = useRef<CharterText | null>(charter.text);
  const kept = useRef<CharterText | null>(charter.text);
  const { mutateAsync, isPending, error } = useMutation(
    // One after another: an older draft never overtakes a newer one.
    useApi().charters.save.mutationOptions({ scope: { id: `charter-${charter.filingId}` } }),
  );
  const flush = async (shown: CharterText): Promise<void> => {
    const written = latest.current;
    if (written === kept.current) return;
    await mutateAsync({ filingId: charter.filingId, text: written });
    kept.current = written;
    setSaved(shown);
  };
  const flushSoon = useDebouncedCallback((shown: CharterText) => void flush(shown).catch(() => undefined), {
    delay: quietMs,
    flushOnUnmount: true,
  });
  const show = (next: CharterText, stored: CharterText | null): void => {
    latest.current = stored;
    setText(next);
    flushSoon(next);
  };
  const remember = (): void => setHistory((before) => [...before.slice(-49), text]);
  const back = history.at(-1);
  return {
    text,
    change: (next) => {
      remember();
      show(next, next);
    },
    restoreModel: () => {
      remember();
      show(charter.model, null);
    },
    undo:
      back === undefined
        ? null
        : () => {
            setHistory((before) => before.slice(0, -1));
            show(back, back);
          },
    standing: text === saved ? 'saved' : isPending ? 'saving' : 'unsaved',
    error,
  };
};
