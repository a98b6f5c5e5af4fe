import { Grid, Stack } from '@mantine/core';
import { IconPlus, IconScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { dayWithWeekday, monthAndDay } from '../../app/calendar-words.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BackupReminder } from '../backups/BackupReminder.tsx';
import { ReminderBanner } from '../ledger/ReminderBanner.tsx';
import { TrainingDutiesCard } from '../training/TrainingDutiesCard.tsx';
import { ClassCard } from './ClassCard.tsx';
import { CommunityCard } from './CommunityCard.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { PeriodCard } from './PeriodCard.tsx';
import { TodoCard } from './TodoCard.tsx';
import { WatchCard } from './WatchCard.tsx';
import { WorkNumbers } from './WorkNumbers.tsx';

/** Scans that nobody has filed yet; nothing while there are none. */
const WaitingScans = () => {
  const { data } = useQuery(useApi().scans.counts.queryOptions());
  return data === undefined || data.waiting === 0 ? null : (
    <LinkButton to={paths.scans()} variant="default" leftSection={<IconScan size={18} stroke={1.6} />}>
      扫描待归档 {data.waiting}
    </LinkButton>
  );
};

/** The first screen: what is due, what is overdue, what is missing, and where this period's ledger stands. */
export const HomeScreen = () => {
  const { data: summary, error, refetch } = useQuery(useApi().home.summary.queryOptions());
  if (summary === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const { currentPeriod: period } = summary;
  return (
    <>
      <PageHeader
        title="今天要办的事"
        detail={`${dayWithWeekday(summary.today)} · ${periodWords(period.code)}台账 ${monthAndDay(period.startsOn)}—${monthAndDay(period.endsOn)}`}
        actions={
          <>
            <WaitingScans />
            <LinkButton to={paths.newFiling()} leftSection={<IconPlus size={18} />}>
              新建备案
            </LinkButton>
          </>
        }
      />
      {summary.organizationCount === 0 ? (
        <FirstSteps />
      ) : (
        <Stack gap="md">
          <BackupReminder to={paths.backups} />
          <ReminderBanner reminders={summary.reminders} />
          <WorkNumbers summary={summary} />
          <Grid gap="md">
            <Grid.Col span={8}>
              <TodoCard todo={summary.todo} total={summary.filings.open} today={summary.today} />
            </Grid.Col>
            <Grid.Col span={4}>
              <PeriodCard summary={summary} />
            </Grid.Col>
            <Grid.Col span={12}>
              <WatchCard summary={summary} />
            </Grid.Col>
            <Grid.Col span={12}>
              <TrainingDutiesCard />
            </Grid.Col>
            <Grid.Col span={8}>
              <CommunityCard communities={summary.byCommunity} />
            </Grid.Col>
            <Grid.Col span={4}>
              <ClassCard classes={summary.byClass} />
            </Grid.Col>
          </Grid>
        </Stack>
      )}
    </>
  );
};
