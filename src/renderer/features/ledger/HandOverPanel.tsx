import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconDeviceUsb, IconRefresh, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WrittenToMedium } from '../../../shared/contract/ledger.ts';
import { handOverMeans, type HandOverMeans, type PackageRecord } from '../../../shared/domain/ledger.ts';
import { partSize, type PartSize } from '../../../shared/domain/package-parts.ts';
import { handOverMeansLabels, partSizeLabels } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { byteWords } from '../../components/byte-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { StickOutcome } from './StickOutcome.tsx';

const means = handOverMeans.options
  .filter((each) => each !== 'stick')
  .map((value) => ({ value, label: handOverMeansLabels[value] }));
const sizes = partSize.options.map((value) => ({ value, label: partSizeLabels[value] }));

/** Hands a package over: onto a stick, read back and compared, or by another way that is noted. */
export const HandOverPanel = ({ made }: { readonly made: PackageRecord }) => {
  const { ledger } = useApi();
  const [by, setBy] = useState('');
  const [to, setTo] = useState('区民政局');
  const [medium, setMedium] = useState<string | null>(null);
  const [parts, setParts] = useState<PartSize | null>(null);
  const [way, setWay] = useState<HandOverMeans>('mail');
  const media = useQuery(ledger.media.queryOptions());
  const note = useMutation(ledger.handOver.mutationOptions());
  const run = useProgressRun<WrittenToMedium>();
  const mediumId = medium ?? media.data?.[0]?.id ?? null;
  const named = { id: made.id, to: to.trim(), by: by.trim() };
  const ready = named.by !== '';
  const write = (): void => {
    if (mediumId === null) return;
    void run.start((signal) =>
      ledger.writeToMedium.call({ ...named, mediumId, partSize: parts }, { signal }),
    );
  };
  return (
    <Stack gap="sm">
      <Group grow gap="sm">
        <TextInput
          label="送给"
          maxLength={60}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label="经手人"
          required
          maxLength={30}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
      </Group>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Select
          label="写到 U 盘"
          placeholder="没有插 U 盘"
          flex={1}
          allowDeselect={false}
          data={(media.data ?? []).map(({ id, label, freeBytes }) => ({
            value: id,
            label: `${label}（可用 ${byteWords(freeBytes)}）`,
          }))}
          value={mediumId}
          onChange={setMedium}
        />
        <Button variant="default" aria-label="重新找 U 盘" onClick={() => void media.refetch()}>
          <IconRefresh size={18} />
        </Button>
      </Group>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Select
          label="分卷"
          placeholder="不分卷"
          flex={1}
          clearable
          data={sizes}
          value={parts}
          onChange={setParts}
        />
        <Button
          leftSection={<IconDeviceUsb size={18} />}
          disabled={!ready || mediumId === null || run.state.phase === 'running'}
          onClick={write}
        >
          写入并读回核对
        </Button>
      </Group>
      <StickOutcome run={run} />
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Select
          label="用别的方式送出"
          flex={1}
          allowDeselect={false}
          data={means}
          value={way}
          onChange={(value) => value !== null && setWay(value)}
        />
        <Button
          variant="light"
          leftSection={<IconSend size={18} />}
          disabled={!ready}
          loading={note.isPending}
          onClick={() => note.mutate({ ...named, means: way })}
        >
          登记送出
        </Button>
      </Group>
      <ErrorNotice error={note.error} />
      {note.isSuccess ? (
        <Text size="sm" role="status" c="teal.8">
          已登记。
        </Text>
      ) : null}
    </Stack>
  );
};
