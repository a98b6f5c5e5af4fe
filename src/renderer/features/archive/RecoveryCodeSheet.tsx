import { Box, List, Text } from '@mantine/core';
import { useArchiveStatus } from './use-archive-status.ts';
import classes from './RecoveryCodeSheet.module.css';

interface RecoveryCodeSheetProps {
  readonly recoveryCode: string;
}

/** What goes on paper: whose archive it opens, the code, and how it is kept. */
export const RecoveryCodeSheet = ({ recoveryCode }: RecoveryCodeSheetProps) => {
  const { data: status } = useArchiveStatus();
  const owner = status?.hubName ?? status?.bureauName ?? null;
  return (
    <Box className={classes['sheet'] ?? ''} data-print-sheet>
      <Text size="sm" c="dimmed">
        枢纽档案　恢复码{owner === null ? '' : `　${owner}`}
      </Text>
      <Text className={classes['code'] ?? ''} my="sm" aria-label="恢复码">
        {recoveryCode}
      </Text>
      <List size="sm" c="dimmed" spacing={2}>
        <List.Item>密封后锁入保险柜，不要放在这台电脑旁。</List.Item>
        <List.Item>不要拍照，不要发到微信或邮箱。</List.Item>
        <List.Item>用过一次即失效，届时会生成新的恢复码。</List.Item>
      </List>
      <Text className={classes['signature'] ?? ''}>保管人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿</Text>
    </Box>
  );
};
