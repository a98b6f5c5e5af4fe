import { useSearchParams } from 'react-router';
import { isoDate } from '../../../../shared/domain/dates.ts';

/** The day whose roster is shown, in the address; null is today. */
export const useRosterDay = (): readonly [string | null, (day: string | null) => void] => {
  const [query, setQuery] = useSearchParams();
  const day = isoDate.safeParse(query.get('on')).data ?? null;
  const show = (next: string | null): void =>
    setQuery(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === null) after.delete('on');
        else after.set('on', next);
        return after;
      },
      { replace: true },
    );
  return [day, show];
};
