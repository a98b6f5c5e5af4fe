import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContentOf, RecordInput, RecordKind, RecordOf } from '../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';

/** What is typed of a record. */
export interface RecordDraft<K extends RecordKind> {
  readonly title: string;
  /** null while no sound day is typed. */
  readonly occurredOn: string | null;
  readonly content: ContentOf<K>;
}

export interface RecordForm<K extends RecordKind> {
  readonly draft: RecordDraft<K>;
  readonly change: (part: Partial<Omit<RecordDraft<K>, 'content'>>) => void;
  readonly changeContent: (part: Partial<ContentOf<K>>) => void;
  /** Saves it; `onSaved` of the form runs when it is in the archive. */
  readonly submit: () => void;
  readonly saving: boolean;
  readonly error: unknown;
}

/** A form for a new record (`record` null) or for one that is changed. */
export const useRecordForm = <K extends RecordKind>(
  organizationId: OrganizationId,
  record: RecordOf<K> | null,
  blank: RecordDraft<K>,
  onSaved: () => void,
): RecordForm<K> => {
  const [draft, setDraft] = useState<RecordDraft<K>>(() =>
    record === null ? blank : { title: record.title, occurredOn: record.occurredOn, content: record.content },
  );
  const save = useMutation(useApi().records.save.mutationOptions({ onSuccess: onSaved }));
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    changeContent: (part) => setDraft((before) => ({ ...before, content: { ...before.content, ...part } })),
    submit: () => {
      if (draft.occurredOn === null) return;
      const { title, occurredOn, content } = draft;
      const input: RecordInput = { organizationId, title: title.trim(), occurredOn, content };
      save.mutate({ id: record?.id ?? null, record: input });
    },
    saving: save.isPending,
    error: save.error,
  };
};

/** Names of what is lacking: each pair is a name and whether it lacks. */
export const lacksOf = (lacks: readonly (readonly [string, boolean])[]): readonly string[] =>
  lacks.filter(([, lacking]) => lacking).map(([what]) => what);
