import { Grid, Stack } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { PackageLines } from '../inbox/PackageLines.tsx';
import { AddStreetKeyForm } from './AddStreetKeyForm.tsx';
import { keyStandingOf } from './street-key-standing.ts';
import { StreetForm } from './StreetForm.tsx';
import { StreetKeyCard } from './StreetKeyCard.tsx';

/** One street: who it is, whose signature counts for it, and what it has sent. */
export const StreetScreen = () => {
  const { code = '' } = useParams();
  const { bureau } = useApi();
  const { data, error, refetch } = useQuery(bureau.streets.queryOptions());
  const { data: packages = [] } = useQuery(
    bureau.packages.queryOptions({ input: { period: null, streetCode: code } }),
  );
  if (data === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const street = data.find((one) => one.code === code);
  if (street === undefined) {
    return (
      <EmptyState
        icon={IconBuildingCommunity}
        title="名册上没有这个街镇"
        hint="它可能已被删去。请回到街镇名册再找。"
      />
    );
  }
  const { tone, text } = keyStandingOf(street);
  return (
    <>
      <PageHeader
        title={street.name}
        marks={<StatusBadge tone={tone}>公钥{text}</StatusBadge>}
        crumbs={[{ title: '街镇名册', to: bureauPaths.streets }]}
      />
      <Grid gap="md">
        <Grid.Col span={6}>
          <Stack>
            <StreetForm key={street.code} street={street} />
            <Card title="报送来的台账">
              <PackageLines packages={packages} withStreet={false} />
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={6}>
          <Stack>
            {street.keys.map((key) => (
              <StreetKeyCard key={key.id} streetKey={key} />
            ))}
            <AddStreetKeyForm street={street} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
};
