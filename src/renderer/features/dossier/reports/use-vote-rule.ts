import { skipToken, useQuery } from '@tanstack/react-query';
import type { VoteRule } from '../../../../shared/domain/meeting-vote.ts';
import { useApi } from '../../../app/archive-api.tsx';

/** The rule by which a vote of a day is judged: the one in force on that day; null while it is not known. */
export const useVoteRule = (heldOn: string | null): VoteRule | null => {
  const { data } = useQuery(
    useApi().rules.current.queryOptions({ input: heldOn === null ? skipToken : { on: heldOn } }),
  );
  return data?.body.vote ?? null;
};
