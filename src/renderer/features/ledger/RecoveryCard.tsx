import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instantWords } from '../../app/calendar-words.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { PaperButton } from './PaperButton.tsx';

const drillWords = (drilledAt: string | null): string =>
  drilledAt === null ? '还没有演练过。' : `上次演练：${instantWords(drilledAt)}。`;

/** The paper that opens packages when everything else is lost, and the drill that proves it. */
export const RecoveryCard = () => {
  const { ledger } = useApi();
  const { data: state } = useQuery(ledger.recoveryState.queryOptions());
  const [typed, setTyped] = useState('');
  const drill = useMutation(ledger.drill.mutationOptions({ onSuccess: () => setTyped('') }));
  const printedAt = state?.printedAt ?? null;
  return (
    <Card
      title="密钥恢复纸与演练"
      accent={state !== undefined && printedAt === null}
      aside={<PaperButton kind="recovery-sheet" period="2026H1" label="打印恢复纸" />}
    >
      <Stack gap="sm">
        <Text size="sm">
          忘了密码或电脑坏了，凭恢复纸仍能打开报送过的台账。恢复纸是机密，请封好放进保险柜，不要拍照、扫描。
        </Text>
        {printedAt === null ? (
          <div>
            <StatusBadge tone="late">还没有打印</StatusBadge>
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            上次打印：{instantWords(printedAt)}。{drillWords(state?.drilledAt ?? null)}
          </Text>
        )}
        <ImeSafeForm aria-label="演练" onSubmit={() => typed.trim() !== '' && drill.mutate({ typed })}>
          <Stack gap="xs">
            <Textarea
              label="演练：照恢复纸输入“留存密钥”"
              description="只用纸上的这一行打开最近的报送包；大小写和空格不要紧。每年做一次。"
              placeholder="AGE-SECRET-KEY-1…"
              autosize
              minRows={2}
              maxRows={4}
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <ErrorNotice error={drill.error} />
            {drill.data === undefined ? null : (
              <Text size="sm" role="status" c="teal.8" fw={700}>
                演练成功：凭纸打开了 {drill.data.fileName}，{drill.data.organizations} 个组织，
                {drill.data.files} 个文件，全部相符。
              </Text>
            )}
            <Group justify="flex-end">
              <Button
                type="submit"
                size="xs"
                variant="light"
                disabled={typed.trim() === ''}
                loading={drill.isPending}
              >
                开始演练
              </Button>
            </Group>
          </Stack>
        </ImeSafeForm>
      </Stack>
    </Card>
  );
};
