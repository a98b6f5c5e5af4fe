import { Button, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { Revealed } from './use-revealed.ts';

interface RevealCountdownProps {
  readonly revealed: Revealed;
  readonly onAsk: () => void;
}

/** Says that numbers are masked and how to see them, or how long they are still in clear. */
export const RevealCountdown = ({ revealed, onAsk }: RevealCountdownProps) =>
  revealed.secondsLeft === 0 ? (
    <Group gap={6} wrap="nowrap">
      <IconEyeOff size={15} aria-hidden />
      <Text size="sm" c="dimmed">
        证件与电话已遮盖
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={onAsk}>
        查看
      </Button>
    </Group>
  ) : (
    <Group gap={6} wrap="nowrap">
      <IconEye size={15} aria-hidden />
      <Text size="sm" fw={700} role="timer">
        号码显示中，还剩 {revealed.secondsLeft} 秒
      </Text>
      <Button size="compact-sm" variant="light" onClick={revealed.hide}>
        遮上
      </Button>
    </Group>
  );
