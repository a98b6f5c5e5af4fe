import { Button, Checkbox, Stack, Switch, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import type { LedgerPeriodState, PackageRecord } from '../../../shared/domain/ledger.ts';
import { periodWords } from '../../app/calendar-words.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { instantWords } from '../../app/calendar-words.ts';
import { PackageResult } from './PackageResult.tsx';

/** The core names the stages of an export in words already. */
const stageLabels = { 冻结台账: '正在冻结台账', 加密打包: '正在加密打包' } as const;

interface ExportCardProps {
  readonly period: LedgerPeriodState;
}

/** Makes the encrypted, signed package of a period. */
export const ExportCard = ({ period }: ExportCardProps) => {
  const { ledger } = useApi();
  const keys = useQuery(ledger.bureauKeys.queryOptions());
  const [chosen, setChosen] = useState<readonly BureauKeyId[] | null>(null);
  const [includeScans, setIncludeScans] = useState(true);
  const run = useProgressRun<PackageRecord>();
  const confirmed = (keys.data ?? []).filter(({ confirmedAt }) => confirmedAt !== null);
  const selected = chosen ?? confirmed.map(({ id }) => id);
  const start = (): void =>
    void run.start((signal) =>
      ledger.export.call({ period: period.code, bureauKeyIds: [...selected], includeScans }, { signal }),
    );
  const { state } = run;
  return (
    <Card title={`报送 ${periodWords(period.code)}台账`}>
      <Stack gap="md">
        {period.frozenAt === null ? null : (
          <Text size="sm" c="dimmed">
            本期台账已于 {instantWords(period.frozenAt)} 冻结，再次导出的内容相同。
          </Text>
        )}
        {keys.data !== undefined && keys.data.length === 0 ? (
          <Stack gap="xs">
            <Text size="sm">还没有接收单位的公钥。报送包只有持对应私钥的单位打得开。</Text>
            <LinkButton to="/ledger?tab=keys" variant="light">
              去登记接收公钥
            </LinkButton>
          </Stack>
        ) : (
          <Checkbox.Group
            label="发给"
            value={selected.map(String)}
            onChange={(ids) =>
              setChosen((keys.data ?? []).map(({ id }) => id).filter((id) => ids.includes(id)))
            }
          >
            <Stack gap="xs" mt={4}>
              {(keys.data ?? []).map(({ id, name, confirmedAt }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={name}
                  description={confirmedAt === null ? '指纹还没有核对' : '指纹已核对'}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Switch
          label="含扫描件"
          checked={includeScans}
          onChange={(event) => setIncludeScans(event.currentTarget.checked)}
        />
        {state.phase === 'running' ? (
          <ProgressPanel
            title="正在制作报送包"
            progress={state.progress}
            elapsedMs={state.elapsedMs}
            stageLabels={stageLabels}
            onCancel={run.cancel}
          />
        ) : (
          <Button leftSection={<IconLock size={18} />} disabled={selected.length === 0} onClick={start}>
            导出报送包
          </Button>
        )}
        {state.phase === 'failed' ? <ErrorNotice error={state.error} /> : null}
        {state.phase === 'cancelled' ? (
          <Text size="sm" c="dimmed">
            已经取消，没有留下做到一半的文件。
          </Text>
        ) : null}
        {state.phase === 'done' ? <PackageResult made={state.result} /> : null}
      </Stack>
    </Card>
  );
};
