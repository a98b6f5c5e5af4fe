import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import type { InboxEntry } from '../../../../shared/contract/bureau.ts';
import { Card } from '../../../components/Card.tsx';
import { useClerkName } from '../../../components/clerk-name.ts';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { inboxStanding } from './inbox-standing.ts';
import type { Intake } from './use-intake.ts';

interface ImportAllBarProps {
  readonly entries: readonly InboxEntry[];
  readonly intake: Intake;
}

/** Takes all packages that were found right at once; each can still be looked at and answered by itself. */
export const ImportAllBar = ({ entries, intake }: ImportAllBarProps) => {
  const [by, setBy] = useClerkName();
  const right = entries.filter((entry) => inboxStanding(entry) === 'right');
  if (right.length < 2) return null;
  const ready = by.trim() !== '' && intake.state.phase !== 'running';
  return (
    <Card>
      <ImeSafeForm
        aria-label="全部收下"
        onSubmit={() => ready && void intake.importAll(right.toReversed(), by.trim())}
      >
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{right.length} 个报送包核对无误，可以一起收下，再逐个查看、答复。</Text>
          <Group gap="xs" wrap="nowrap">
            <TextInput
              w={120}
              aria-label="收件人姓名"
              placeholder="收件人姓名"
              maxLength={30}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            />
            <Button type="submit" leftSection={<IconChecks size={18} />} disabled={!ready}>
              全部收下
            </Button>
          </Group>
        </Group>
      </ImeSafeForm>
    </Card>
  );
};
