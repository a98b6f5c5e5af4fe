import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import type { BureauCard } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { instantWords } from '../../../app/calendar-words.ts';
import { saveFile } from '../../../app/save-file.ts';
import { Card } from '../../../components/Card.tsx';
import { PrintMenu } from '../../../components/PrintMenu.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { Fingerprint } from '../../../components/Fingerprint.tsx';
import classes from './BureauCardPanel.module.css';
import { MakeKeysForm } from './MakeKeysForm.tsx';

const standingMarks = {
  valid: <StatusBadge tone="good">有效</StatusBadge>,
  expiring: <StatusBadge tone="waiting">快到期</StatusBadge>,
  expired: <StatusBadge tone="late">已到期</StatusBadge>,
} as const;

/** New keys come into use at once; who has the old card needs the new one. */
const askRotate = (): void => {
  const id = modals.open({
    title: '换一套新的密钥？',
    children: (
      <Stack gap="sm">
        <Text size="sm">
          换过以后，请重新打印恢复纸、演练，并把新的公钥卡发给每个街镇核对。旧密钥继续保留，街镇按旧卡发来的报送包照样打得开。
        </Text>
        <MakeKeysForm label="换新密钥" onMade={() => modals.close(id)} />
      </Stack>
    ),
  });
};

const CardTextButtons = ({ card }: { readonly card: BureauCard }) => (
  <Group gap="xs">
    <CopyButton value={card.text}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
        >
          {copied ? '已复制' : '复制整张卡'}
        </Button>
      )}
    </CopyButton>
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={16} />}
      onClick={() => saveFile(new File([`${card.text}\n`], `${card.name}公钥卡.txt`, { type: 'text/plain' }))}
    >
      存为公钥卡文件
    </Button>
  </Group>
);

/** The card that goes to the streets: as text, as a picture, on paper, with what is compared by telephone. */
export const BureauCardPanel = ({ card }: { readonly card: BureauCard }) => {
  const { bureau } = useApi();
  return (
    <Card
      title="公钥卡（发给各街镇）"
      aside={
        <Group gap="xs" wrap="nowrap">
          {standingMarks[card.standing]}
          <PrintMenu
            label="打印公钥卡"
            make={(format) => bureau.paper.call({ kind: 'key-card', period: '2026H1', format })}
          />
        </Group>
      }
    >
      <Stack gap="sm">
        <div className={classes['card']}>
          <img
            className={classes['code'] ?? ''}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(card.qrSvg)}`}
            alt="公钥卡二维码"
          />
          <div>
            <Text size="sm" fw={700} mb={4}>
              指纹（街镇打电话来核对时，念给对方听）
            </Text>
            <Fingerprint text={card.fingerprint} words={card.fingerprintWords} />
          </div>
        </div>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {card.text}
        </Code>
        <Group justify="space-between">
          <CardTextButtons card={card} />
          <Button size="xs" variant="subtle" color="gray" onClick={askRotate}>
            换新密钥
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {instantWords(card.madeAt)}
          {card.madeHere ? '在这台电脑上生成。' : '从文件导入。'}公钥可以公开，打不开任何报送包。
        </Text>
      </Stack>
    </Card>
  );
};
