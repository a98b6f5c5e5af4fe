import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import { instantWords } from '../../app/calendar-words.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';

interface RecoverySheetCardProps {
  /** What the sheet is good for. */
  readonly text: string;
  /** undefined while it is read. */
  readonly state:
    | { readonly printedAt: IsoInstant | null; readonly drilledAt: IsoInstant | null }
    | undefined;
  readonly print: ReactNode;
  /** What to copy off the paper. */
  readonly label: string;
  readonly description: string;
  readonly drill: {
    readonly start: (typed: string, onProved: () => void) => void;
    readonly pending: boolean;
    readonly error: unknown;
    /** What the drill has proved; null before. */
    readonly proved: string | null;
  };
}

const drillWords = (drilledAt: IsoInstant | null): string =>
  drilledAt === null ? '还没有演练过。' : `上次演练：${instantWords(drilledAt)}。`;

/** The paper that opens packages when everything else is lost, and the drill that proves it. */
export const RecoverySheetCard = (props: RecoverySheetCardProps) => {
  const { text, state, print, label, description, drill } = props;
  const [typed, setTyped] = useState('');
  const printedAt = state?.printedAt ?? null;
  const ready = typed.trim() !== '';
  return (
    <Card title="密钥恢复纸与演练" accent={state !== undefined && printedAt === null} aside={print}>
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        {printedAt === null ? (
          <div>
            <StatusBadge tone="late">还没有打印</StatusBadge>
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            上次打印：{instantWords(printedAt)}。{drillWords(state?.drilledAt ?? null)}
          </Text>
        )}
        <ImeSafeForm aria-label="演练" onSubmit={() => ready && drill.start(typed, () => setTyped(''))}>
          <Stack gap="xs">
            <Textarea
              label={label}
              description={description}
              placeholder="AGE-SECRET-KEY-1…"
              autosize
              minRows={2}
              maxRows={4}
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <ErrorNotice error={drill.error} />
            {drill.proved === null ? null : (
              <Text size="sm" role="status" c="teal.8" fw={700}>
                {drill.proved}
              </Text>
            )}
            <Group justify="flex-end">
              <Button type="submit" size="xs" variant="light" disabled={!ready} loading={drill.pending}>
                开始演练
              </Button>
            </Group>
          </Stack>
        </ImeSafeForm>
      </Stack>
    </Card>
  );
};
