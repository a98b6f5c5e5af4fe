import { Grid, Paper, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddBureauKeyForm } from './AddBureauKeyForm.tsx';
import { BureauKeyCard } from './BureauKeyCard.tsx';

/** The public keys of those who may open a package, each compared by telephone before it is used. */
export const BureauKeysTab = () => {
  const { data, error, refetch } = useQuery(useApi().ledger.bureauKeys.queryOptions());
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ScreenLoading />;
  return (
    <Grid gap="md">
      <Grid.Col span={7}>
        <Stack>
          {data.map((key) => (
            <BureauKeyCard key={key.id} bureauKey={key} />
          ))}
          {data.length === 0 ? (
            <Paper withBorder>
              <EmptyState
                icon={IconKey}
                title="还没有接收公钥"
                hint="向接收单位要一张公钥卡，把上面的文字粘贴到右边；再打电话逐组核对指纹，就可以报送了。"
              />
            </Paper>
          ) : null}
        </Stack>
      </Grid.Col>
      <Grid.Col span={5}>
        <AddBureauKeyForm />
      </Grid.Col>
    </Grid>
  );
};
