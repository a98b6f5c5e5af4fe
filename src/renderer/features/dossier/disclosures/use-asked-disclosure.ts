import { useSearchParams } from 'react-router';
import type { PlannedDisclosureState } from '../../../../shared/domain/disclosure.ts';
import { disclosureMark, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { RecordId } from '../../../../shared/domain/ids.ts';

/** What is open over the tab. */
export type OpenDisclosure =
  | { readonly form: 'new'; readonly planned: PlannedDisclosureState | null }
  | { readonly form: 'edit' | 'publish' | 'objections'; readonly id: RecordId }
  | null;

interface AskedDisclosure {
  readonly open: (
    plan: readonly PlannedDisclosureState[],
    rows: readonly RecordOf<'disclosure'>[],
  ) => OpenDisclosure;
  /** It was opened and closed: going back to the address must not open it again. */
  readonly settle: () => void;
}

const nextStep = (
  mark: string,
  plan: readonly PlannedDisclosureState[],
  rows: readonly RecordOf<'disclosure'>[],
): OpenDisclosure => {
  const planned = plan.find(({ subject, period }) => disclosureMark(subject, period) === mark);
  if (planned === undefined) return null;
  if (planned.recordId !== null) return { form: 'edit', id: planned.recordId };
  const draft = rows.find(
    ({ content }) => content.subject === planned.subject && content.period === planned.period,
  );
  return draft === undefined ? { form: 'new', planned } : { form: 'publish', id: draft.id };
};

/**
 * What the address asks for: a planned disclosure, at the step that it waits for (to be written, to be published), or
 * one that is there.
 */
export const useAskedDisclosure = (): AskedDisclosure => {
  const [query, setQuery] = useSearchParams();
  const mark = query.get('disclose');
  const record = query.get('record');
  return {
    open: (plan, rows) => {
      if (mark !== null) return nextStep(mark, plan, rows);
      const asked = rows.find(({ id }) => id === record);
      return asked === undefined ? null : { form: 'edit', id: asked.id };
    },
    settle: () => {
      if (mark !== null || record !== null) setQuery({ tab: 'disclosures' }, { replace: true });
    },
  };
};
