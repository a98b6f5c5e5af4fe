import { Button, Code, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Rechecked } from '../../../shared/contract/ledger.ts';
import type { PackageRecord } from '../../../shared/domain/ledger.ts';
import { handOverMeansLabels, periodWords, submissionStandingLabels } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { instantWords } from '../../app/calendar-words.ts';
import { byteWords } from '../../components/byte-words.ts';
import { Card } from '../../components/Card.tsx';
import { StatusBadge, type StatusTone } from '../../components/StatusBadge.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { DownloadButton } from './DownloadButton.tsx';
import { HandOverPanel } from './HandOverPanel.tsx';
import { RecheckOutcome } from './RecheckOutcome.tsx';

const tones = {
  open: 'ended',
  made: 'waiting',
  'handed-over': 'going',
  accepted: 'good',
  returned: 'late',
} as const satisfies Record<string, StatusTone>;

const standingOf = ({ receipt, handOvers }: PackageRecord): keyof typeof tones => {
  if (receipt !== null) return receipt.outcome;
  return handOvers.length > 0 ? 'handed-over' : 'made';
};

/** What the bureau answered, reason by reason. */
const Receipt = ({ receipt }: Pick<PackageRecord, 'receipt'>) =>
  receipt === null ? null : (
    <Stack gap={4}>
      <Text size="sm">
        回执：{receipt.bureau}于 {receipt.receivedOn} 收到，{receipt.decidedBy}
        {receipt.outcome === 'accepted' ? '已接收' : '退回'}（{instantWords(receipt.decidedAt)}）
      </Text>
      {receipt.reasons.map(({ organization, text }) => (
        <Text key={`${organization ?? ''} ${text}`} size="sm" c="red.8">
          {organization === null ? '' : `${organization}：`}
          {text}
        </Text>
      ))}
    </Stack>
  );

interface PackageCardProps {
  readonly made: PackageRecord;
  /** Names of those it was made for. */
  readonly recipients: readonly string[];
  /** File name of the package that it corrects or sends again; null where it follows none. */
  readonly follows: string | null;
}

const followsWords = ({ correction }: PackageRecord, follows: string | null): string => {
  if (follows === null) return '';
  return correction === null ? `重报，接 ${follows}` : `更正 ${follows}`;
};

/** One package: what, when, to whom, its digest, how it left the office and what came back. */
export const PackageCard = ({ made, recipients, follows }: PackageCardProps) => {
  const { ledger } = useApi();
  const [opened, { toggle }] = useDisclosure(false);
  const run = useProgressRun<Rechecked>();
  const standing = standingOf(made);
  const recheck = (): void => void run.start((signal) => ledger.recheck.call({ id: made.id }, { signal }));
  return (
    <Card
      title={`${periodWords(made.period)}${made.correction === null ? '台账' : `补报更正第 ${made.correction} 次`}`}
      accent={standing === 'returned'}
      aside={<StatusBadge tone={tones[standing]}>{submissionStandingLabels[standing]}</StatusBadge>}
    >
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Text size="sm">{made.fileName}</Text>
            <Text size="xs" c="dimmed">
              {instantWords(made.createdAt)}　发给 {recipients.join('、')}　{made.organizationCount} 个组织，
              {made.scanCount} 件扫描件，{byteWords(made.byteLength)}　{followsWords(made, follows)}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" variant="default" onClick={recheck}>
              重新打开核对
            </Button>
            <Button size="xs" variant="light" aria-expanded={opened} onClick={toggle}>
              送出
            </Button>
            <DownloadButton id={made.id} size="xs" variant="default" />
          </Group>
        </Group>
        <Code style={{ overflowWrap: 'anywhere' }}>SHA-256 {made.sha256}</Code>
        {made.handOvers.map(({ at, means, to, by, readBack }) => (
          <Text key={`${at} ${means} ${to}`} size="sm">
            {instantWords(at)} 由 {by} 用{handOverMeansLabels[means]}送{to === '' ? '出' : `给${to}`}
            {readBack ? '，已读回核对' : ''}
          </Text>
        ))}
        <Receipt receipt={made.receipt} />
        <RecheckOutcome run={run} />
        <Collapse expanded={opened}>
          <HandOverPanel made={made} />
        </Collapse>
      </Stack>
    </Card>
  );
};
