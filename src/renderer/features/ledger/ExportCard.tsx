import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import type { LedgerPeriodState, PackageRecord } from '../../../shared/domain/ledger.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { instantWords, monthAndDay } from '../../app/calendar-words.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { CorrectionPreview } from './CorrectionPreview.tsx';
import { ExportOutcome } from './ExportOutcome.tsx';
import { RecipientChoice } from './RecipientChoice.tsx';
import { TravellingScans } from './TravellingScans.tsx';
import { useCorrectionPreview, useTravellingScans, type ExportKind } from './use-travelling-scans.ts';

interface ExportCardProps {
  readonly period: LedgerPeriodState;
  readonly today: IsoDate;
}

const kinds = [
  { value: 'ledger', label: '整份台账' },
  { value: 'correction', label: '补报更正' },
] as const satisfies readonly { readonly value: ExportKind; readonly label: string }[];

const freezeWords = ({ frozenAt }: LedgerPeriodState): string =>
  frozenAt === null
    ? '第一次导出时，本期台账会冻结；以后的改动不再进入本期，要用“补报更正”。'
    : `本期台账已于 ${instantWords(frozenAt)} 冻结，再次导出，内容相同。`;

/** A period that still runs is frozen only by someone who means it. */
const askBeforeEarlyFreeze = ({ code, endsOn }: LedgerPeriodState, onConfirm: () => void): void => {
  modals.openConfirmModal({
    title: `${periodWords(code)}还没有结束`,
    children: (
      <Text size="sm">
        本期到 {monthAndDay(endsOn)}。现在导出，台账就冻结在今天的样子，之后的改动不再进入本期。
      </Text>
    ),
    labels: { confirm: '现在就冻结并导出', cancel: '先不导出' },
    onConfirm,
  });
};

/** Makes the encrypted, signed package of a period, or of what has changed since it was sent. */
export const ExportCard = ({ period, today }: ExportCardProps) => {
  const { ledger } = useApi();
  const { data: keys, error } = useQuery(ledger.bureauKeys.queryOptions());
  const [kind, setKind] = useState<ExportKind>('ledger');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly BureauKeyId[] | null>(null);
  const scans = useTravellingScans(period.code, kind);
  const run = useProgressRun<PackageRecord>();
  const usable = (keys ?? []).filter(
    ({ confirmedAt, standing }) => confirmedAt !== null && standing !== 'expired',
  );
  const bureauKeyIds = chosen ?? usable.map(({ id }) => id);
  const correction = kind === 'correction' ? { reason: reason.trim() } : null;
  const start = (): void => {
    const input = {
      period: period.code,
      bureauKeyIds: [...bureauKeyIds],
      includeScans: scans.included,
      scanOrganizationIds: scans.chosen === null ? null : [...scans.chosen],
      correction,
    };
    void run.start((signal) => ledger.export.call(input, { signal }));
  };
  const early = period.frozenAt === null && today <= period.endsOn;
  const changes = useCorrectionPreview(period.code, kind === 'correction');
  const ready =
    bureauKeyIds.length > 0 && (correction === null || (correction.reason !== '' && changes.isSuccess));
  return (
    <Card title={`报送${periodWords(period.code)}台账`}>
      <Stack gap="md">
        <ErrorNotice error={error} />
        {period.packages === 0 ? null : (
          <SegmentedControl aria-label="报送什么" data={[...kinds]} value={kind} onChange={setKind} />
        )}
        {kind === 'correction' ? (
          <CorrectionPreview period={period.code} reason={reason} onReason={setReason} />
        ) : null}
        {keys === undefined ? null : (
          <RecipientChoice keys={keys} selected={bureauKeyIds} onChange={setChosen} />
        )}
        <TravellingScans period={period.code} kind={kind} scans={scans} />
        {kind === 'ledger' ? (
          <Text size="sm" c="dimmed">
            {freezeWords(period)}
          </Text>
        ) : null}
        {run.state.phase === 'running' ? null : (
          <Button
            leftSection={<IconLock size={18} />}
            disabled={!ready}
            onClick={() => (early ? askBeforeEarlyFreeze(period, start) : start())}
          >
            {kind === 'correction' ? '导出更正包' : '导出报送包'}
          </Button>
        )}
        <ExportOutcome run={run} />
      </Stack>
    </Card>
  );
};
