import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';

export const HomeScreen = () => {
  const { data: summary, error, refetch } = useQuery(useApi().home.summary.queryOptions());
  if (summary === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return <PageHeader title="今天要办的事" detail={`${summary.organizationCount} 个社会组织`} />;
};
