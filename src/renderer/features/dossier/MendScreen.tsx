import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { dossierGapCode } from '../../../shared/domain/dossier.ts';
import { organizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { mendOf } from './gap-mends.ts';

/** Goes on to the form that closes a gap; to the dossier where it is closed by now. Lists link here, a row each. */
export const MendScreen = () => {
  const params = useParams();
  const id = organizationId.parse(params['id']);
  const code = dossierGapCode.safeParse(params['gap']).data;
  const {
    data: dossier,
    error,
    refetch,
  } = useQuery(useApi().organizations.dossier.queryOptions({ input: { id } }));
  if (dossier === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const gap = dossier.gaps.find((each) => each.code === code);
  return <Navigate replace to={gap === undefined ? paths.dossier(id) : mendOf(gap.code, dossier).to} />;
};
