import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { recordInput, type RecordInput, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { SurveyContent } from '../../../../shared/domain/survey.ts';
import { useApi } from '../../../app/archive-api.tsx';

type Survey = RecordOf<'survey'>;

/** A pause in typing after which the survey is saved, in milliseconds. */
const quietMs = 600;

export interface SurveyDraft {
  /** As typed. */
  readonly survey: Survey;
  readonly change: (content: Partial<SurveyContent>) => void;
  readonly describe: (facts: Partial<Pick<Survey, 'title' | 'occurredOn'>>) => void;
  /** Saves a change that the rules may refuse (closing, opening again): it shows only once it is in the archive. */
  readonly commit: (content: Partial<SurveyContent>) => Promise<boolean>;
  /** Shows what something else has made of the survey, once all that was typed is saved. */
  readonly adopt: (make: () => Promise<Survey>) => Promise<void>;
  readonly standing: 'saved' | 'saving' | 'unsaved' | 'incomplete';
  readonly error: unknown;
}

const inputOf = ({ organizationId, occurredOn, title, content }: Survey): RecordInput => ({
  organizationId,
  occurredOn,
  title: title.trim(),
  content,
});
const isSound = (survey: Survey): boolean => recordInput.safeParse(inputOf(survey)).success;

/** A survey as it is typed and counted; every pause saves it, and so does leaving the page. */
export const useSurveyDraft = (loaded: Survey): SurveyDraft => {
  const [survey, setSurvey] = useState(loaded);
  const [saved, setSaved] = useState(loaded);
  const latest = useRef(loaded);
  const kept = useRef(loaded);
  const { mutateAsync, isPending, error } = useMutation(
    // One after another: an older draft never overtakes a newer one.
    useApi().records.save.mutationOptions({ scope: { id: `survey-${loaded.id}` } }),
  );
  const store = async (typed: Survey): Promise<void> => {
    await mutateAsync({ id: loaded.id, record: inputOf(typed) });
    kept.current = typed;
    setSaved(typed);
  };
  const flush = async (): Promise<void> => {
    const typed = latest.current;
    if (typed !== kept.current && isSound(typed)) await store(typed);
  };
  const flushSoon = useDebouncedCallback(() => void flush().catch(() => undefined), {
    delay: quietMs,
    flushOnUnmount: true,
  });
  const show = (next: Survey): void => {
    latest.current = next;
    setSurvey(next);
  };
  const put = (next: Survey): void => {
    show(next);
    flushSoon();
  };
  const commit = async (content: Partial<SurveyContent>): Promise<boolean> => {
    try {
      await flush();
      const next = { ...latest.current, content: { ...latest.current.content, ...content } };
      await store(next);
      show(next);
      return true;
    } catch {
      return false; // `error` says why
    }
  };
  const adopt = async (make: () => Promise<Survey>): Promise<void> => {
    await flush();
    const made = await make();
    show(made);
    kept.current = made;
    setSaved(made);
  };
  const standing = (): SurveyDraft['standing'] => {
    if (survey === saved) return 'saved';
    if (!isSound(survey)) return 'incomplete';
    return isPending ? 'saving' : 'unsaved';
  };
  return {
    survey,
    change: (content) => put({ ...latest.current, content: { ...latest.current.content, ...content } }),
    describe: (facts) => put({ ...latest.current, ...facts }),
    commit,
    adopt,
    standing: standing(),
    error,
  };
};
