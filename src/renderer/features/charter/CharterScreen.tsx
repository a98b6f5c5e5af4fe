import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { filingId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CharterEditor } from './CharterEditor.tsx';
import { CharterView } from './CharterView.tsx';

/** The charter of a filing: written while it is being applied for, read afterwards. */
export const CharterScreen = () => {
  const api = useApi();
  const id = filingId.parse(useParams()['id']);
  const {
    data: charter,
    error,
    refetch,
  } = useQuery({
    ...api.charters.ofFiling.queryOptions({ input: { filingId: id } }),
    // What is being typed is newer than what a save brings back.
    staleTime: Infinity,
  });
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  if (charter === undefined || rules === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const clauses = rules.body.charterClauses;
  return charter.editable ? (
    <CharterEditor key={charter.filingId} charter={charter} clauses={clauses} />
  ) : (
    <CharterView charter={charter} clauses={clauses} />
  );
};
