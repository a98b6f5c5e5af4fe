import { Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCopy } from '@tabler/icons-react';
import { messageOf } from '../../../components/error-sentence.ts';
import type { Outcome, TakeInState } from './use-take-in.ts';

interface TakeInOutcomeProps {
  readonly state: TakeInState;
  readonly onAgain: (files: readonly File[]) => void;
  readonly onClose: () => void;
}

const wordsOf = (outcome: Outcome): string => {
  if (outcome.kind === 'refused') {
    const { happened, next } = messageOf(outcome.error);
    return `${happened}${next}`;
  }
  if (outcome.same === null) return '';
  const { organizationName, title } = outcome.same;
  return outcome.kind === 'held'
    ? `本档案已有同样的文件：${title}`
    : `已存入；${organizationName}的档案里也有同样的文件：${title}`;
};

const Line = ({ outcome }: { readonly outcome: Outcome }) => {
  const Mark = outcome.kind === 'refused' ? IconAlertCircle : IconCopy;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Mark
        size={18}
        stroke={1.6}
        color="var(--mantine-color-orange-7)"
        style={{ flex: 'none' }}
        aria-hidden
      />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {outcome.file.name}
        </Text>
        <Text size="xs" c="dimmed">
          {wordsOf(outcome)}
        </Text>
      </div>
    </Group>
  );
};

const summaryOf = ({ phase, total, outcomes }: TakeInState, added: number): string => {
  const rest = total - outcomes.length;
  return phase === 'cancelled' && rest > 0
    ? `已停下：存入了 ${added} 份，${rest} 份没有动。`
    : `存入了 ${added} 份，共 ${total} 份。`;
};

/** What became of the files: those that were not taken in, or stand twice, are named. */
export const TakeInOutcome = ({ state, onAgain, onClose }: TakeInOutcomeProps) => {
  const { outcomes } = state;
  const added = outcomes.filter(({ kind }) => kind === 'added').length;
  const held = outcomes.filter(({ kind }) => kind === 'held');
  const noted = outcomes.filter(
    ({ kind, ...rest }) => kind !== 'added' || ('same' in rest && rest.same !== null),
  );
  return (
    <Stack gap="sm" role="status">
      <Text fw={700}>{summaryOf(state, added)}</Text>
      {noted.length === 0 ? null : (
        <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars>
          <Stack gap="xs">
            {noted.map((outcome, index) => (
              <Line key={`${index}-${outcome.file.name}`} outcome={outcome} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      )}
      <Group justify="flex-end">
        {held.length === 0 ? null : (
          <Button variant="default" onClick={() => onAgain(held.map(({ file }) => file))}>
            已有的 {held.length} 份也再存一份
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          知道了
        </Button>
      </Group>
    </Stack>
  );
};
