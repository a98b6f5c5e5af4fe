import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CheckCard } from './CheckCard.tsx';
import { ExportCard } from './ExportCard.tsx';
import { ReminderBanner } from './ReminderBanner.tsx';
import classes from './SubmitTab.module.css';
import { PeriodList } from './PeriodList.tsx';

/** One period: what the check says of it, and its export. */
export const SubmitTab = () => {
  const { home, ledger } = useApi();
  const [query, setQuery] = useSearchParams();
  const periods = useQuery(ledger.periods.queryOptions());
  const summary = useQuery(home.summary.queryOptions());
  const error = periods.error ?? summary.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void periods.refetch()} />;
  if (periods.data === undefined || summary.data === undefined) return <ScreenLoading />;
  const { today, currentPeriod } = summary.data;
  const wanted = query.get('period') ?? currentPeriod.code;
  const period = periods.data.find(({ code }) => code === wanted) ?? currentPeriod;
  return (
    <>
      <ReminderBanner reminders={summary.data.reminders} />
      <div className={classes['columns']}>
        <PeriodList
          periods={periods.data}
          currentCode={currentPeriod.code}
          today={today}
          selected={period.code}
          onSelect={(code) => setQuery({ tab: 'submit', period: code }, { replace: true })}
        />
        <div>
          <CheckCard period={period.code} />
        </div>
        <div>
          <ExportCard key={period.code} period={period} today={today} />
        </div>
      </div>
    </>
  );
};
