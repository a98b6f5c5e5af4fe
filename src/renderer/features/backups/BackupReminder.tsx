import { Alert, Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useApi } from '../../app/archive-api.tsx';
import { standingWords } from './standing-words.ts';

/** The last good backup on the first screen: one quiet line, or a warning that leads to where it is settled. */
export const BackupReminder = ({ to }: { readonly to: string }) => {
  const { data: standing } = useQuery(useApi().backups.standing.queryOptions());
  if (standing === undefined) return null;
  const { sentence, worry } = standingWords(standing);
  if (worry === null)
    return (
      <Group gap={6}>
        <IconShieldCheck size={18} stroke={1.6} aria-hidden />
        <Anchor component={Link} to={to} size="sm" c="dimmed">
          {sentence}
        </Anchor>
      </Group>
    );
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={20} />} py="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{worry}</Text>
        <Anchor component={Link} to={to} size="sm" flex="none">
          去备份 ›
        </Anchor>
      </Group>
    </Alert>
  );
};
