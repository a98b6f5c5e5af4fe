import { useSearchParams } from 'react-router';
import { recordId, type RecordId } from '../../../shared/domain/ids.ts';

interface AskedRecord {
  /** The record that the address asks to open; null for none. */
  readonly id: RecordId | null;
  /** It was opened and closed: going back to the address must not open it again. */
  readonly settle: () => void;
}

export const useAskedRecord = (): AskedRecord => {
  const [query, setQuery] = useSearchParams();
  const id = recordId.safeParse(query.get('record')).data ?? null;
  return {
    id,
    settle: () => {
      if (id === null) return;
      const rest = new URLSearchParams(query);
      rest.delete('record');
      setQuery(rest, { replace: true });
    },
  };
};
