import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { OfficeCard } from '../../../shared/contract/ledger.ts';
import { keyCardText } from '../../../shared/domain/key-card.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Fingerprint } from '../../components/Fingerprint.tsx';
import { PaperButton } from './PaperButton.tsx';

/** A public key as minisign reads it from a file: a comment, then the key. */
const minisignFile = (publicKey: string): string =>
  `untrusted comment: minisign public key of the office\n${publicKey.trim()}\n`;

interface KeyTextProps {
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly file?: { readonly name: string; readonly text: string };
}

const KeyText = ({ title, hint, text, file }: KeyTextProps) => (
  <Stack gap={6}>
    <Text size="sm" fw={700}>
      {title}
    </Text>
    <Text size="sm" c="dimmed">
      {hint}
    </Text>
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text.trimEnd()}
    </Code>
    <Group gap="xs">
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="xs"
            variant="default"
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            onClick={copy}
          >
            {copied ? '已复制' : '复制'}
          </Button>
        )}
      </CopyButton>
      {file === undefined ? null : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => saveFile(new File([file.text], file.name, { type: 'text/plain' }))}
        >
          存为 {file.name}
        </Button>
      )}
    </Group>
  </Stack>
);

/** The card as a text file, for a bureau that takes it in with this application. */
const CardFileButton = ({
  card: { name, signingPublicKey, escrowRecipient },
}: {
  readonly card: Pick<OfficeCard, 'name' | 'signingPublicKey' | 'escrowRecipient'>;
}) => {
  const text = keyCardText({
    name,
    recipient: escrowRecipient,
    signingKey: signingPublicKey,
    validUntil: null,
  });
  return (
    <Button
      mt="xs"
      size="xs"
      variant="default"
      leftSection={<IconDownload size={16} />}
      onClick={() => saveFile(new File([`${text}\n`], `${name}公钥卡.txt`, { type: 'text/plain' }))}
    >
      存为公钥卡文件
    </Button>
  );
};

/** Puts new keys in use; who has the old card needs the new one. */
const RotateButton = () => {
  const rotate = useMutation(useApi().ledger.rotateOfficeKeys.mutationOptions());
  const ask = (): void => {
    modals.openConfirmModal({
      title: '换一套新的密钥？',
      children: (
        <Text size="sm">
          以后的报送包用新密钥签名，请把新的公钥卡交给接收单位核对，并重新打印恢复纸。旧密钥继续保留，以前的报送包照样打得开。
        </Text>
      ),
      labels: { confirm: '换新密钥', cancel: '取消' },
      onConfirm: () => rotate.mutate(undefined),
    });
  };
  return (
    <Button size="xs" variant="subtle" color="gray" loading={rotate.isPending} onClick={ask}>
      换新密钥
    </Button>
  );
};

/** The office's own public keys, to hand to the bureau. */
export const OfficeKeysCard = () => {
  const { data, error, refetch } = useQuery(useApi().ledger.officeKeys.queryOptions());
  return (
    <Card
      title="本单位公钥"
      aside={
        <Group gap="xs" wrap="nowrap">
          <PaperButton kind="office-card" period="2026H1" label="打印公钥卡" />
          <RotateButton />
        </Group>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null ? <ScreenLoading /> : null}
      {data === undefined ? null : (
        <Stack gap="lg">
          <KeyText
            title="签名公钥（交给接收单位）"
            hint="接收单位用它查证：报送包确由本单位发出，没有被人改过。"
            text={data.signingPublicKey}
            file={{ name: 'office.pub', text: minisignFile(data.signingPublicKey) }}
          />
          <div>
            <Text size="sm" fw={700} mb={4}>
              公钥卡的指纹（接收单位打电话来核对时，念给对方听）
            </Text>
            <Fingerprint text={data.fingerprint} words={data.fingerprintWords} />
            <CardFileButton card={data} />
          </div>
          <KeyText
            title="留存公钥（本单位自用）"
            hint="每个报送包也对它加密，所以本单位随时能重新打开核对自己报送过什么。"
            text={data.escrowRecipient}
          />
          {data.former.length === 0 ? null : (
            <Text size="xs" c="dimmed">
              另保留 {data.former.length} 把换下的旧密钥，用来打开和查证以前的报送包。
            </Text>
          )}
        </Stack>
      )}
    </Card>
  );
};
