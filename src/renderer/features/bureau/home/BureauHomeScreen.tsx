import { Grid, SimpleGrid, Stack } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { dayWithWeekday } from '../../../app/calendar-words.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { NumberCard } from '../../../components/NumberCard.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { BackupReminder } from '../../backups/BackupReminder.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { PackageLines } from '../inbox/PackageLines.tsx';
import { usualPeriod } from '../usual-period.ts';
import { BureauFirstSteps } from './BureauFirstSteps.tsx';
import { DueCard } from './DueCard.tsx';
import { LateCard } from './LateCard.tsx';

/** As many packages as fit a card. */
const shownPackages = 6;

/** The first screen of the bureau: what arrived, what awaits an answer, who is late, what is due next. */
export const BureauHomeScreen = () => {
  const { bureau } = useApi();
  const periods = useQuery(bureau.periods.queryOptions());
  const inbox = useQuery(bureau.inbox.queryOptions());
  const packages = useQuery(bureau.packages.queryOptions({ input: { period: null } }));
  const today = todayHere();
  const period = usualPeriod(periods.data ?? [], today);
  const reporting = useQuery({
    ...bureau.reporting.queryOptions({ input: { period: period?.code ?? '' } }),
    enabled: period !== undefined,
  });
  const error = periods.error ?? inbox.error ?? packages.error ?? reporting.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void periods.refetch()} />;
  if (
    period === undefined ||
    inbox.data === undefined ||
    packages.data === undefined ||
    reporting.data === undefined
  )
    return <ScreenLoading />;
  const waiting = packages.data.filter(({ receipt, current }) => receipt === null && current);
  const { streets } = reporting.data;
  const late = streets.filter((street) => street.state === 'missing' && street.late);
  const returned = streets.filter(({ state }) => state === 'returned');
  return (
    <>
      <PageHeader
        title="今天要办的事"
        detail={`${dayWithWeekday(today)} · ${periodWords(period.code)}台账`}
        actions={
          <LinkButton to={bureauPaths.inbox()} leftSection={<IconFileImport size={18} />}>
            收报送包
          </LinkButton>
        }
      />
      <Stack gap="md">
        <BureauFirstSteps />
        <BackupReminder to={bureauPaths.backups} />
        <SimpleGrid cols={4} spacing="md">
          <NumberCard
            label="收件箱待处理"
            value={inbox.data.length}
            unit="个"
            hint="去处理"
            to={bureauPaths.inbox()}
            tone="waiting"
          />
          <NumberCard
            label="等着答复"
            value={waiting.length}
            unit="个"
            hint="去答复"
            to={bureauPaths.inbox('received')}
            tone="waiting"
          />
          <NumberCard
            label="逾期未报"
            value={late.length}
            unit="个街镇"
            hint="去催报"
            to={bureauPaths.reporting(period.code, 'missing')}
            tone="late"
          />
          <NumberCard
            label="退回未重报"
            value={returned.length}
            unit="个街镇"
            hint="去查看"
            to={bureauPaths.reporting(period.code, 'returned')}
            tone="late"
          />
        </SimpleGrid>
        <Grid gap="md">
          <Grid.Col span={7}>
            <Card title={waiting.length === 0 ? '最近收下' : '等着答复'}>
              <PackageLines
                packages={(waiting.length === 0 ? packages.data : waiting).slice(0, shownPackages)}
              />
            </Card>
          </Grid.Col>
          <Grid.Col span={5}>
            <Stack>
              <DueCard period={reporting.data.period} today={today} />
              <LateCard late={late} period={period.code} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
};
