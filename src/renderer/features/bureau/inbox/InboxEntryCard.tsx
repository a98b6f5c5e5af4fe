import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import type { InboxEntry } from '../../../../shared/contract/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { instantWords } from '../../../app/calendar-words.ts';
import { byteWords } from '../../../components/byte-words.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { StatusBadge, type StatusTone } from '../../../components/StatusBadge.tsx';
import { packageTitle } from './head-words.ts';
import { inboxStanding, refusalOf, type InboxStanding } from './inbox-standing.ts';
import { SignerButton } from './SignerButton.tsx';
import type { Intake } from './use-intake.ts';

const marks: Readonly<Record<InboxStanding, { readonly tone: StatusTone; readonly text: string }>> = {
  incomplete: { tone: 'waiting', text: '分卷不全' },
  unchecked: { tone: 'going', text: '待核对' },
  'unknown-signer': { tone: 'waiting', text: '签名待确认' },
  refused: { tone: 'late', text: '不能收' },
  right: { tone: 'good', text: '核对无误' },
};

const PartsWords = ({ entry }: { readonly entry: InboxEntry }) => {
  if (entry.kind === 'stray-part')
    return (
      <Text size="sm">
        这是报送包的一个分卷，还没有收到它的清单（.parts.json）。请把清单和其余分卷一起放进来。
      </Text>
    );
  if (entry.kind === 'package') return null;
  return (
    <Text size="sm">
      已收到 {entry.partsReceived} 个分卷
      {entry.missingParts.length === 0 ? '，齐了。' : `，还缺：${entry.missingParts.join('、')}`}
    </Text>
  );
};

const Discard = ({ entry: { id, fileName } }: { readonly entry: InboxEntry }) => {
  const discard = useMutation(useApi().bureau.discard.mutationOptions());
  const ask = (): void => {
    modals.openConfirmModal({
      title: '从收件箱移出？',
      children: `移出 ${fileName}。原来的 U 盘或邮件里的文件不受影响，以后可以再放进来。`,
      labels: { confirm: '移出', cancel: '取消' },
      onConfirm: () => discard.mutate({ id }),
    });
  };
  return (
    <>
      <ErrorNotice error={discard.error} />
      <Button size="xs" variant="subtle" color="gray" loading={discard.isPending} onClick={ask}>
        移出
      </Button>
    </>
  );
};

interface InboxEntryCardProps {
  readonly entry: InboxEntry;
  readonly intake: Intake;
}

/** A file that came in: what it says of itself, what is wrong with it, and what to do next. */
export const InboxEntryCard = ({ entry, intake }: InboxEntryCardProps) => {
  const standing = inboxStanding(entry);
  const { tone, text } = marks[standing];
  const { head, fileName, byteLength, receivedAt } = entry;
  return (
    <Card
      title={head === null ? fileName : packageTitle(head)}
      accent={standing === 'refused' || standing === 'unknown-signer'}
      aside={<StatusBadge tone={tone}>{text}</StatusBadge>}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {head === null ? '' : `${fileName}　`}
            {byteWords(byteLength)}　{instantWords(receivedAt)}收到
          </Text>
          <Group gap="xs" wrap="nowrap" flex="none">
            <Discard entry={entry} />
            {standing === 'unchecked' || standing === 'refused' ? (
              <Button
                size="xs"
                variant={standing === 'unchecked' ? 'light' : 'default'}
                disabled={intake.state.phase === 'running'}
                onClick={() => void intake.check([entry])}
              >
                {standing === 'unchecked' ? '核对' : '再核对一次'}
              </Button>
            ) : null}
            {standing === 'unknown-signer' ? <SignerButton entry={entry} intake={intake} /> : null}
            {standing === 'right' ? (
              <LinkButton size="xs" to={bureauPaths.incoming(entry.id)}>
                查看并收下
              </LinkButton>
            ) : null}
          </Group>
        </Group>
        <PartsWords entry={entry} />
        <ErrorNotice error={refusalOf(entry)} />
      </Stack>
    </Card>
  );
};
