import { Alert, Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isNumbered, printRun, type PrintJob, type PrintRun } from '../../../shared/domain/printing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { useClerkName } from '../../components/clerk-name.ts';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { PrintWayNotice } from './PrintWayNotice.tsx';
import { offsetWords } from './setup-words.ts';

interface PrintFormProps {
  readonly jobs: readonly PrintJob[];
  readonly onPrint: (run: PrintRun) => void;
  readonly onClose: () => void;
}

const noPrinter = 'none';

/** Who prints, on which printer, and whether the copies count. */
export const PrintForm = ({ jobs, onPrint, onClose }: PrintFormProps) => {
  const { printing } = useApi();
  const { data: printers } = useQuery(printing.printers.queryOptions());
  const { data: way } = useQuery(printing.way.queryOptions());
  const [by, setBy] = useClerkName();
  const [reason, setReason] = useState('');
  const [numbered, setNumbered] = useState(true);
  const [wanted, setWanted] = useState<string | null>(null);
  const [asFile, setAsFile] = useState(false);
  const printer =
    wanted === noPrinter
      ? undefined
      : (printers?.find(({ id }) => id === wanted) ?? printers?.find(({ usual }) => usual));
  const direct = way !== undefined && way.way !== 'file' && !asFile;
  const counted = jobs.filter(isNumbered).length;
  const run = printRun.safeParse({
    jobIds: jobs.map(({ id }) => id),
    by,
    reason: reason.trim() === '' ? null : reason,
    numbered: numbered && counted > 0,
    printerId: printer?.id ?? null,
    direct,
  }).data;
  return (
    <ImeSafeForm aria-label="打印" onSubmit={() => run !== undefined && onPrint(run)}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label="打印人"
            withAsterisk
            data-autofocus
            maxLength={30}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <Select
            label="打印机"
            description={printer === undefined ? '不调整位置' : offsetWords(printer.offset)}
            allowDeselect={false}
            data={[
              ...(printers ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
              { value: noPrinter, label: '不指定打印机' },
            ]}
            value={printer?.id ?? noPrinter}
            onChange={setWanted}
          />
        </Group>
        {counted === 0 ? (
          <Text size="sm" c="dimmed">
            标签、空白表和加了标记的文书不编号、不登记。
          </Text>
        ) : (
          <Switch
            label="每份编号，记入已发文书登记，PDF 存进档案库"
            description={numbered ? '草稿不能正式打印，会跳过。' : '只是看样、校对，不算正式的文书。'}
            checked={numbered}
            onChange={(event) => setNumbered(event.currentTarget.checked)}
          />
        )}
        {numbered && counted > 0 ? (
          <TextInput
            label="重打理由"
            description="以前正式打印过的，必须写明为什么重打。"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {way === undefined || way.way === 'file' ? null : (
          <Switch
            label="不送打印机，存成 PDF 自己打印"
            checked={asFile}
            onChange={(event) => setAsFile(event.currentTarget.checked)}
          />
        )}
        <Alert icon={<IconInfoCircle size={18} />} variant="light" p="sm">
          <PrintWayNotice way={direct ? (way?.way ?? 'file') : 'file'} device={printer?.deviceName ?? null} />
        </Alert>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            先不打印
          </Button>
          <Button type="submit" disabled={run === undefined}>
            打印
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
