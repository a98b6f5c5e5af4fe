import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LedgerBody, ledgerParts, type LedgerPart } from './LedgerBody.tsx';
import classes from './LedgerTab.module.css';
import { SaveLedgerMenu } from './SaveLedgerMenu.tsx';

const versions = [
  { value: 'frozen', label: '冻结的' },
  { value: 'live', label: '现在的' },
] as const;
type Version = (typeof versions)[number]['value'];

/** The living ledger: built from the records, never typed; each cell opens where it comes from. */
export const LedgerTab = () => {
  const { home, ledger } = useApi();
  const [query, setQuery] = useSearchParams();
  const [part, setPart] = useState<LedgerPart>('lines');
  const [version, setVersion] = useState<Version>('frozen');
  const summary = useQuery(home.summary.queryOptions());
  const periods = useQuery(ledger.periods.queryOptions());
  const period = query.get('period') ?? summary.data?.currentPeriod.code ?? '';
  const view = useQuery({
    ...ledger.view.queryOptions({ input: { period } }),
    enabled: period !== '',
    placeholderData: keepPreviousData,
  });
  const error = summary.error ?? periods.error ?? view.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void view.refetch()} />;
  if (view.data === undefined || periods.data === undefined) return <ScreenLoading />;
  const { live, frozen, communityIds } = view.data;
  const shown = version === 'frozen' ? (frozen ?? live) : live;
  return (
    <div className={classes['tab']}>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Group gap="sm" wrap="nowrap">
          <Select
            aria-label="报告期"
            w={170}
            allowDeselect={false}
            data={periods.data.map(({ code }) => ({ value: code, label: periodWords(code) }))}
            value={period}
            onChange={(code) => code !== null && setQuery({ tab: 'ledger', period: code }, { replace: true })}
          />
          <SegmentedControl
            aria-label="台账的各部分"
            size="xs"
            data={[...ledgerParts]}
            value={part}
            onChange={setPart}
          />
          {frozen === null ? null : (
            <SegmentedControl
              aria-label="冻结的还是现在的"
              size="xs"
              data={[...versions]}
              value={version}
              onChange={setVersion}
            />
          )}
        </Group>
        <SaveLedgerMenu period={period} />
      </Group>
      <Text size="sm" c="dimmed">
        在册 {shown.statistics.organizations} 个，成员 {shown.statistics.members} 人，党员{' '}
        {shown.statistics.partyMembers} 人。
        {frozen === null || version === 'live'
          ? '数字都由档案自动得出，点任何一格可看来源。'
          : `台账冻结于 ${frozen.frozenOn}，报送的就是这一份。`}
      </Text>
      <div className={classes['body']}>
        <LedgerBody ledger={shown} part={part} communityIds={communityIds} />
      </div>
    </div>
  );
};
