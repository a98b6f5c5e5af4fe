import { Paper } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PackageLines } from './PackageLines.tsx';

/** Every package that was taken in, the newest first. */
export const ReceivedPackages = () => {
  const { data, error, refetch } = useQuery(
    useApi().bureau.packages.queryOptions({ input: { period: null } }),
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ScreenLoading />;
  if (data.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconPackage} title="还没有收下报送包" hint="核对无误、收下以后，都记在这里。" />
      </Paper>
    );
  }
  return (
    <Card>
      <PackageLines packages={data} />
    </Card>
  );
};
