import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { BureauCardPanel } from './BureauCardPanel.tsx';
import { BureauRecoveryCard } from './BureauRecoveryCard.tsx';
import { FormerKeysCard } from './FormerKeysCard.tsx';
import { KeyCeremony } from './KeyCeremony.tsx';

/** The bureau's own keys: made once, printed, proved, and handed out as a card (LEDGER-PACKAGE rule 6). */
export const BureauKeysScreen = () => {
  const { data: card, error, refetch } = useQuery(useApi().bureau.card.queryOptions());
  return (
    <>
      <PageHeader title="密钥" detail="报送包只有本局的私钥打得开；回执由本局的签名密钥签发。" />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {card === undefined && error === null ? <ScreenLoading /> : null}
      {card === null ? <KeyCeremony /> : null}
      {card === undefined || card === null ? null : (
        <Grid gap="md">
          <Grid.Col span={7}>
            <BureauCardPanel card={card} />
          </Grid.Col>
          <Grid.Col span={5}>
            <Stack>
              <BureauRecoveryCard />
              <FormerKeysCard card={card} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </>
  );
};
