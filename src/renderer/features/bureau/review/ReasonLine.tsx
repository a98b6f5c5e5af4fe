import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReturnReason } from './return-reasons.ts';

interface ReasonLineProps {
  readonly reason: ReturnReason;
  readonly place: number;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
}

/** One reason, whom it is about, and its words. */
export const ReasonLine = ({ reason, place, onChange, onRemove }: ReasonLineProps) => (
  <Group gap="xs" wrap="nowrap" align="center">
    <Text size="sm" w={150} flex="none" truncate title={reason.organization ?? '整份台账'}>
      {reason.organization ?? '整份台账'}
    </Text>
    <TextInput
      flex={1}
      aria-label={`第 ${place} 条理由`}
      maxLength={500}
      value={reason.text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    <ActionIcon variant="subtle" color="gray" aria-label={`去掉第 ${place} 条理由`} onClick={onRemove}>
      <IconX size={18} />
    </ActionIcon>
  </Group>
);
