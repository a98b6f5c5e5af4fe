import { Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { noOffset, type Printer, type PrinterOffset } from '../../../shared/domain/printing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { useSavePrinter } from './use-save-printer.ts';

interface PrinterModalProps {
  /** null adds one. */
  readonly printer: Printer | null;
  readonly onClose: () => void;
}

const OffsetInput = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) => (
  <NumberInput
    label={label}
    suffix=" 毫米"
    min={-20}
    max={20}
    step={0.5}
    decimalScale={2}
    value={value}
    onChange={(next) => typeof next === 'number' && onChange(next)}
  />
);

/** A printer of the office: its name here and in the system, and its offset where it is known. */
export const PrinterModal = ({ printer, onClose }: PrinterModalProps) => {
  const { data: way } = useQuery(useApi().printing.way.queryOptions());
  const [name, setName] = useState(printer?.name ?? '');
  const [deviceName, setDeviceName] = useState(printer?.deviceName ?? null);
  const [usual, setUsual] = useState(printer?.usual ?? false);
  const [offset, setOffset] = useState<PrinterOffset>(printer?.offset ?? noOffset);
  const save = useSavePrinter(onClose);
  const devices = way?.devices ?? [];
  const ready = name.trim() !== '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={printer === null ? '添加打印机' : `修改：${printer.name}`}
      size={520}
    >
      <ImeSafeForm
        aria-label="打印机"
        onSubmit={() =>
          ready && save.mutate({ id: printer?.id ?? null, name, deviceName, offset, usual, measured: false })
        }
      >
        <Stack gap="sm">
          <TextInput
            label="名称"
            description="好认就行，例如“窗口惠普”"
            withAsterisk
            data-autofocus
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {devices.length === 0 ? null : (
            <Select
              label="系统里的打印机"
              placeholder="系统默认的打印机"
              clearable
              data={devices.map((device) => ({ value: device.name, label: device.label }))}
              value={deviceName}
              onChange={setDeviceName}
            />
          )}
          <Group grow>
            <OffsetInput
              label="向右移"
              value={offset.xMm}
              onChange={(xMm) => setOffset({ ...offset, xMm })}
            />
            <OffsetInput
              label="向下移"
              value={offset.yMm}
              onChange={(yMm) => setOffset({ ...offset, yMm })}
            />
          </Group>
          <Switch
            label="平时都用这台"
            checked={usual}
            onChange={(event) => setUsual(event.currentTarget.checked)}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" disabled={!ready} loading={save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
