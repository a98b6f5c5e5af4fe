import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { BackupSettings, BackupStanding } from '../../../shared/domain/backup.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { standingWords, whenWords } from './standing-words.ts';

const triedWords = ({ lastFullCheckAt, lastDrillAt }: BackupStanding): string =>
  [
    lastFullCheckAt === null ? '还没有逐份核对过' : `上次逐份核对 ${dayOfInstant(lastFullCheckAt)}`,
    lastDrillAt === null ? '还没有演练过恢复' : `上次演练恢复 ${dayOfInstant(lastDrillAt)}`,
  ].join('；');

export const BackupStandingNotice = ({
  standing,
  settings,
}: {
  readonly standing: BackupStanding;
  readonly settings: BackupSettings;
}) => {
  const { sentence, worry } = standingWords(standing);
  return (
    <Alert
      color={worry === null ? 'teal' : 'orange'}
      icon={worry === null ? <IconShieldCheck size={22} /> : <IconAlertTriangle size={22} />}
      title={worry ?? sentence}
    >
      {worry === null ? null : <Text size="sm">{sentence}</Text>}
      <Text size="sm">
        {whenWords(settings)}
        {triedWords(standing)}。备份全程加密，离开密码或恢复码谁也打不开。
      </Text>
    </Alert>
  );
};
