import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import {
  offsetFrom,
  sheetFor,
  testMarkMm,
  testMeasure,
  usualSetup,
  type Printer,
  type PrinterOffset,
} from '../../../shared/domain/printing.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { TestPagePicture } from './TestPagePicture.tsx';
import { offsetWords } from './setup-words.ts';
import { useSavePrinter } from './use-save-printer.ts';

const a4 = { widthMm: 210, heightMm: 297, orientation: 'portrait' } as const;
const sheets = [
  { value: 'a4', label: 'A4' },
  { value: 'a3', label: 'A3' },
  { value: 'b5', label: 'B5' },
] as const;

type Entry = number | string;

/** The offset that the measures come to; null while they are not all there or make no sense. */
const computed = (left: Entry, top: Entry, across: Entry, widthMm: number): PrinterOffset | null => {
  const measure = testMeasure.safeParse({
    leftMm: left,
    topMm: top,
    acrossMm: across === '' ? null : across,
  }).data;
  if (measure === undefined) return null;
  try {
    return offsetFrom(measure, { widthMm });
  } catch {
    return null;
  }
};

interface MeasureInputProps {
  readonly label: string;
  readonly description: string;
  readonly value: Entry;
  readonly onChange: (value: Entry) => void;
  readonly first?: boolean;
}

const MeasureInput = ({ label, description, value, onChange, first = false }: MeasureInputProps) => (
  <NumberInput
    label={label}
    description={description}
    data-autofocus={first || undefined}
    suffix=" 毫米"
    min={0}
    decimalScale={2}
    value={value}
    onChange={onChange}
  />
);

/** Two distances measured with a ruler become the offset of a printer; a third shows whether it scales. */
export const MeasureModal = ({
  printer,
  onClose,
}: {
  readonly printer: Printer;
  readonly onClose: () => void;
}) => {
  const [sheet, setSheet] = useState<(typeof sheets)[number]['value']>('a4');
  const [left, setLeft] = useState<Entry>('');
  const [top, setTop] = useState<Entry>('');
  const [across, setAcross] = useState<Entry>('');
  const save = useSavePrinter(onClose);
  const { widthMm } = sheetFor(a4, { ...usualSetup, sheet });
  const offset = computed(left, top, across, widthMm);
  const entered = left !== '' && top !== '';
  const { id, name, deviceName, usual } = printer;
  return (
    <Modal opened onClose={onClose} title={`校准：${name}`} size={680}>
      <ImeSafeForm
        aria-label="校准"
        onSubmit={() =>
          offset !== null && save.mutate({ id, name, deviceName, offset, usual, measured: true })
        }
      >
        <Group align="flex-start" wrap="nowrap" gap="lg">
          <TestPagePicture />
          <Stack gap="sm" flex={1}>
            <Text size="sm">先打印一张没有校准过的测试页，再用尺子量。量的是纸边到十字中心。</Text>
            <Select
              label="测试页"
              allowDeselect={false}
              data={[...sheets]}
              value={sheet}
              onChange={(value) => value !== null && setSheet(value)}
            />
            <MeasureInput
              first
              label="① 到纸左边"
              description={`标准是 ${testMarkMm} 毫米`}
              value={left}
              onChange={setLeft}
            />
            <MeasureInput
              label="② 到纸上边"
              description={`标准是 ${testMarkMm} 毫米`}
              value={top}
              onChange={setTop}
            />
            <MeasureInput
              label="③ 两个十字之间（可不填）"
              description={`标准是 ${widthMm - 2 * testMarkMm} 毫米，差了说明打印机缩放了`}
              value={across}
              onChange={setAcross}
            />
          </Stack>
        </Group>
        <Stack gap="sm" mt="sm">
          <Alert variant="light" color={entered && offset === null ? 'orange' : 'teal'} p="sm" role="status">
            <Text size="sm">
              {!entered
                ? '填好两个数，这里算出要移多少。'
                : offset === null
                  ? '这几个数差得太多（超过 20 毫米或 5%）。请看看打印时是不是选了“适合纸张”，再量一次。'
                  : `以后打印：${offsetWords(offset)}。`}
            </Text>
          </Alert>
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不校准
            </Button>
            <Button type="submit" disabled={offset === null} loading={save.isPending}>
              用这个偏移
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
