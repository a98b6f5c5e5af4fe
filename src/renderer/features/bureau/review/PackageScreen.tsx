import { Stack } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { receivedPackageId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { packageTitle } from '../inbox/head-words.ts';
import { packageStanding } from '../inbox/package-standing.ts';
import { KeptFileCard } from './KeptFileCard.tsx';
import { PackageDecision } from './PackageDecision.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { ReviewBody } from './ReviewBody.tsx';

/** A package that was taken in: what it brought, and its answer. */
export const PackageScreen = () => {
  const { id: param = '' } = useParams();
  const id = receivedPackageId.parse(param);
  const { bureau } = useApi();
  const packages = useQuery(bureau.packages.queryOptions({ input: { period: null } }));
  const review = useQuery(bureau.review.queryOptions({ input: { id } }));
  const error = packages.error ?? review.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void review.refetch()} />;
  if (packages.data === undefined || review.data === undefined) return <ScreenLoading />;
  const received = packages.data.find((one) => one.id === id);
  if (received === undefined) {
    return <EmptyState icon={IconPackage} title="没有这个报送包" hint="请回到收件箱的“已收下”再找。" />;
  }
  const { tone, text } = packageStanding(received);
  return (
    <>
      <PageHeader
        title={packageTitle(received)}
        marks={<StatusBadge tone={tone}>{text}</StatusBadge>}
        crumbs={[{ title: '已收下', to: bureauPaths.inbox('received') }]}
        actions={<PackageDecision received={received} review={review.data} />}
      />
      <Stack gap="md">
        <ReceiptCard received={received} />
        <ReviewBody review={review.data} />
        <KeptFileCard received={received} />
      </Stack>
    </>
  );
};
