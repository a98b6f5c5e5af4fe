import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { filingId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FilingPage } from './FilingPage.tsx';

/** One filing from application to certificate. */
export const FilingScreen = () => {
  const id = filingId.parse(useParams()['id']);
  const { data: filing, error, refetch } = useQuery(useApi().filings.get.queryOptions({ input: { id } }));
  if (filing === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return <FilingPage key={filing.id} filing={filing} />;
};
