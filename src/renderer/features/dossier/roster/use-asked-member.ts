import { useSearchParams } from 'react-router';

interface AskedMember {
  /** What the address asks to add to the roster; null for nothing. */
  readonly asked: 'sheet' | 'responsible-person' | null;
  /** It was opened and closed: going back to the address must not open it again. */
  readonly settle: () => void;
}

export const useAskedMember = (): AskedMember => {
  const [query, setQuery] = useSearchParams();
  const add = query.get('add');
  return {
    asked: add === 'sheet' || add === 'responsible-person' ? add : null,
    settle: () => {
      if (add !== null) setQuery({ tab: 'roster' }, { replace: true });
    },
  };
};
