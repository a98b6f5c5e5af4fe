import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrinterId } from '../../../shared/domain/ids.ts';
import { stockKind, type StockFields, type StockKind } from '../../../shared/domain/printing.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PaperFrame } from '../documents/PaperFrame.tsx';
import { StockFieldTable } from './StockFieldTable.tsx';
import classes from './StockTab.module.css';

const kinds = stockKind.options.map((value) => ({ value, label: documentKindLabels[value] }));

interface EditorProps {
  readonly kind: StockKind;
  readonly printerId: PrinterId;
  readonly names: readonly string[];
  readonly saved: StockFields;
}

/** The fields of one stock on one printer, and a sample that moves with them. */
const StockEditor = ({ kind, printerId, names, saved }: EditorProps) => {
  const { printing } = useApi();
  const client = useQueryClient();
  const [fields, setFields] = useState<StockFields>(saved);
  const { data: sample, error } = useQuery(
    printing.stockSample.queryOptions({ input: { kind, fields }, placeholderData: keepPreviousData }),
  );
  const save = useMutation(
    printing.saveStock.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: printing.stock.key() }),
    }),
  );
  return (
    <div className={classes['columns']}>
      <div className={classes['fields']}>
        <StockFieldTable names={names} fields={fields} onChange={setFields} />
        <ErrorNotice error={save.error ?? error} />
        <Group justify="space-between" mt="xs">
          <Button variant="subtle" onClick={() => setFields({})}>
            全部放回原位
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate({ kind, printerId, fields })}>
            {save.isSuccess ? '已保存' : '保存位置'}
          </Button>
        </Group>
      </div>
      <section className={classes['sample']} aria-label="样张">
        {sample === undefined ? null : (
          <PaperFrame html={sample.html} paper={sample.paper} title={sample.title} zoom="page" />
        )}
        <Text size="xs" c="dimmed">
          浅色的是纸上印好的，黑色的是打上去的字。样张上的组织是虚构的。
        </Text>
      </section>
    </div>
  );
};

/** Where the words go on stock, to the millimetre, for each printer (FEATURES H5). */
export const StockTab = () => {
  const { printing } = useApi();
  const [kind, setKind] = useState<StockKind>('certificate');
  const [wanted, setWanted] = useState<string | null>(null);
  const { data: printers } = useQuery(printing.printers.queryOptions());
  const printer = printers?.find(({ id }) => id === wanted) ?? printers?.[0];
  const { data: stock, error } = useQuery(
    printing.stock.queryOptions({
      input: printer === undefined ? skipToken : { kind, printerId: printer.id },
    }),
  );
  if (printers?.length === 0)
    return (
      <EmptyState
        icon={IconPrinter}
        title="先登记打印机"
        hint="套打的位置按打印机保存。请先在“打印机”里添加一台，打测试页校准。"
      />
    );
  return (
    <Stack h="100%" gap="sm">
      <Group gap="sm">
        <Select
          w={220}
          aria-label="套打哪种文书"
          allowDeselect={false}
          data={kinds}
          value={kind}
          onChange={(value) => value !== null && setKind(value)}
        />
        <Select
          w={200}
          aria-label="打印机"
          allowDeselect={false}
          data={(printers ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={printer?.id ?? null}
          onChange={setWanted}
        />
        <Text size="sm" c="dimmed">
          在“纸张设置”里打开套打，打印这种文书时就只打字。
        </Text>
      </Group>
      <ErrorNotice error={error} />
      {stock === undefined || printer === undefined ? null : (
        <StockEditor
          key={`${kind}${printer.id}`}
          kind={kind}
          printerId={printer.id}
          names={stock.names}
          saved={stock.fields}
        />
      )}
    </Stack>
  );
};
