import { Button, Group, Text } from '@mantine/core';

interface SaveBarProps {
  /** Something differs from what is saved. */
  readonly changed: boolean;
  /** The form can be saved as it stands. */
  readonly valid: boolean;
  readonly saving: boolean;
  readonly saved: boolean;
  readonly onReset: () => void;
}

/** Foot of a settings form: what became of the changes, and the way to keep or drop them. */
export const SaveBar = ({ changed, valid, saving, saved, onReset }: SaveBarProps) => (
  <Group justify="flex-end" mt="md">
    <Text size="sm" c="dimmed" me="auto" aria-live="polite">
      {changed ? '有改动，还没有保存' : saved ? '已保存' : ''}
    </Text>
    <Button variant="default" disabled={!changed || saving} onClick={onReset}>
      不改了
    </Button>
    <Button type="submit" disabled={!changed || !valid} loading={saving}>
      保存
    </Button>
  </Group>
);
