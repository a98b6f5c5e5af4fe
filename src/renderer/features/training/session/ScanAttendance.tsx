import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingSessionRow } from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { StatusBadge, type StatusTone } from '../../../components/StatusBadge.tsx';

interface Scanned {
  readonly key: number;
  readonly words: string;
  readonly tone: StatusTone;
}

const shown = 12;

/** A scanner that types reads one card after another; each is marked at once, and the next can follow. */
export const ScanAttendance = ({ session }: { readonly session: TrainingSessionRow }) => {
  const [text, setText] = useState('');
  const [late, setLate] = useState<number | string>(0);
  const [scanned, setScanned] = useState<readonly Scanned[]>([]);
  const note = (words: string, tone: StatusTone): void =>
    setScanned((before) => [{ key: before.length, words, tone }, ...before]);
  const scan = useMutation(
    useApi().training.scan.mutationOptions({
      onSuccess: ({ result, name, wasEnrolled }) => {
        if (result === 'marked')
          note(
            `${name} 已签到${wasEnrolled ? '' : '（原不在名单，已加上）'}`,
            wasEnrolled ? 'good' : 'waiting',
          );
        else if (result === 'already') note(`${name} 已经签过`, 'ended');
        else note(result === 'foreign' ? '这是别的单位的码' : '这不是学员码', 'late');
      },
    }),
  );
  return (
    <Stack gap="sm">
      <ImeSafeForm
        aria-label="扫码签到"
        onSubmit={() => {
          if (text.trim() === '') return;
          scan.mutate({ id: session.id, text, lateMinutes: Number(late) || 0 });
          setText('');
        }}
      >
        <Group align="flex-end">
          <TextInput
            flex={1}
            autoFocus
            label="学员码"
            description="光标留在这里，用扫码枪扫学员码；扫完自动签到，接着扫下一位。"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NumberInput
            w={150}
            label="从现在起算迟到"
            suffix=" 分钟"
            min={0}
            max={6000}
            allowDecimal={false}
            value={late}
            onChange={setLate}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            签到
          </Button>
        </Group>
      </ImeSafeForm>
      <ErrorNotice error={scan.error} />
      <Card title={`刚刚签到　到训 ${session.present}/${session.enrolled}`}>
        <Stack gap={6} role="log" aria-label="签到结果">
          {scanned.length === 0 ? (
            <Text size="sm" c="dimmed">
              还没有人扫码。学员码在“打印”里。
            </Text>
          ) : (
            scanned.slice(0, shown).map(({ key, words, tone }) => (
              <StatusBadge key={key} tone={tone}>
                {words}
              </StatusBadge>
            ))
          )}
        </Stack>
      </Card>
    </Stack>
  );
};
