import { Alert, Stack } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { LedgerReminder } from '../../../shared/domain/ledger.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { monthAndDay } from '../../app/calendar-words.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';

const titleOf = ({ period, daysLeft, standing }: LedgerReminder): string => {
  const ledger = `${periodWords(period)}台账`;
  if (standing === 'returned') return `${ledger}被退回，请改正后重新报送`;
  if (daysLeft < 0) return `${ledger}已逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? `${ledger}今天到期` : `${ledger}还有 ${daysLeft} 天到期`;
};

const detailOf = ({ dueOn, lastWorkingDay, workingDaysLeft, daysLeft, standing }: LedgerReminder): string => {
  const made = standing === 'made' ? '报送包已经做好，还没有送出。' : '';
  if (daysLeft < 0) return `${made}应于 ${monthAndDay(dueOn)}前报送。`;
  const last =
    lastWorkingDay === dueOn ? '' : `，到期日不上班，最后一个工作日是 ${monthAndDay(lastWorkingDay)}`;
  return `${made}${monthAndDay(dueOn)}前报送，还有 ${workingDaysLeft} 个工作日${last}。`;
};

/** What has to be handed in soon, or should have been. */
export const ReminderBanner = ({ reminders }: { readonly reminders: readonly LedgerReminder[] }) =>
  reminders.length === 0 ? null : (
    <Stack gap="xs" mb="md" role="region" aria-label="报送提醒">
      {reminders.map((reminder) => (
        <Alert
          key={reminder.period}
          color={reminder.daysLeft <= 1 || reminder.standing === 'returned' ? 'red' : 'orange'}
          icon={<IconBellRinging size={20} />}
          title={titleOf(reminder)}
          styles={{ body: { flex: 1 } }}
        >
          {detailOf(reminder)}
          <LinkButton to={paths.ledgerPeriod(reminder.period)} size="compact-sm" variant="light" ml="sm">
            去报送
          </LinkButton>
        </Alert>
      ))}
    </Stack>
  );
