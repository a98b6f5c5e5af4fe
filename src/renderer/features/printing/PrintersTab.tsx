import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Printer } from '../../../shared/domain/printing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { MeasureModal } from './MeasureModal.tsx';
import { PrinterModal } from './PrinterModal.tsx';
import { PrintWayNotice } from './PrintWayNotice.tsx';
import { offsetWords } from './setup-words.ts';
import { TestPageButton } from './TestPageButton.tsx';

type Open =
  | { readonly what: 'edit'; readonly printer: Printer | null }
  | { readonly what: 'measure'; readonly printer: Printer };

const PrinterCard = ({
  printer,
  onOpen,
}: {
  readonly printer: Printer;
  readonly onOpen: (open: Open) => void;
}) => {
  const { printing } = useApi();
  const client = useQueryClient();
  const remove = useMutation(
    printing.removePrinter.mutationOptions({
      onSuccess: (printers) => client.setQueryData(printing.printers.queryKey(), printers),
    }),
  );
  const askToRemove = (): void =>
    void modals.openConfirmModal({
      title: `删去“${printer.name}”`,
      children: <Text size="sm">它的偏移和套打位置一起删去。</Text>,
      labels: { confirm: '删去', cancel: '不删' },
      onConfirm: () => remove.mutate({ id: printer.id }),
    });
  return (
    <Card title={printer.name} aside={printer.usual ? <StatusBadge tone="good">常用</StatusBadge> : null}>
      <Stack gap="xs">
        <Text size="sm">{offsetWords(printer.offset)}</Text>
        <Text size="sm" c="dimmed">
          {printer.measuredOn === null ? '还没有用测试页量过' : `${printer.measuredOn} 量过`}
          {printer.deviceName === null ? '' : `　系统里的名称：${printer.deviceName}`}
        </Text>
        <Group gap="xs">
          <TestPageButton printer={printer} />
          <Button size="compact-sm" onClick={() => onOpen({ what: 'measure', printer })}>
            填写量到的数
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ what: 'edit', printer })}>
            修改
          </Button>
          <Button size="compact-sm" variant="subtle" color="red.8" onClick={askToRemove}>
            删去
          </Button>
        </Group>
        <ErrorNotice error={remove.error} />
      </Stack>
    </Card>
  );
};

/** The printers of the office, each with where it must be corrected. */
export const PrintersTab = () => {
  const { printing } = useApi();
  const { data, error, refetch } = useQuery(printing.printers.queryOptions());
  const { data: way } = useQuery(printing.way.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={18} stroke={1.6} />}
      onClick={() => setOpen({ what: 'edit', printer: null })}
    >
      添加打印机
    </Button>
  );
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap" align="flex-start">
        {way === undefined ? <span /> : <PrintWayNotice way={way.way} device={null} />}
        {(data?.length ?? 0) === 0 ? null : add}
      </Group>
      <ListRows
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconPrinter}
            title="还没有登记打印机"
            hint="打印位置总差一点的，登记打印机，打一张测试页，用尺子量两个数填进来，以后自动对准。"
            action={add}
          />
        }
      >
        {(printers) => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {printers.map((printer) => (
              <PrinterCard key={printer.id} printer={printer} onOpen={setOpen} />
            ))}
          </SimpleGrid>
        )}
      </ListRows>
      {open?.what === 'edit' ? <PrinterModal printer={open.printer} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'measure' ? (
        <MeasureModal printer={open.printer} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
};
