import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  labelSheetFormat,
  type LabelSheet,
  type LabelSheetFormat,
} from '../../../shared/domain/label-sheet.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { LabelSheetPicture } from './LabelSheetPicture.tsx';

interface LabelSheetModalProps {
  /** null adds one. */
  readonly sheet: LabelSheet | null;
  readonly onClose: () => void;
}

const measures: readonly (readonly [keyof LabelSheetFormat, string])[] = [
  ['columns', '几列'],
  ['rows', '几行'],
  ['widthMm', '标签宽'],
  ['heightMm', '标签高'],
  ['marginLeftMm', '左边距'],
  ['marginTopMm', '上边距'],
  ['gapXMm', '左右间隔'],
  ['gapYMm', '上下间隔'],
  ['sheetWidthMm', '整张纸宽'],
  ['sheetHeightMm', '整张纸高'],
];

const counts: ReadonlySet<string> = new Set(['columns', 'rows']);

const start: LabelSheetFormat = {
  sheetWidthMm: 210,
  sheetHeightMm: 297,
  columns: 3,
  rows: 7,
  widthMm: 63,
  heightMm: 38,
  marginLeftMm: 7,
  marginTopMm: 15,
  gapXMm: 3,
  gapYMm: 0,
};

/** A sheet of the office's own: measured with a ruler, drawn beside as it is understood. */
export const LabelSheetModal = ({ sheet, onClose }: LabelSheetModalProps) => {
  const { printing } = useApi();
  const client = useQueryClient();
  const [name, setName] = useState(sheet?.name ?? '');
  const [entered, setEntered] = useState<Readonly<Record<string, number | string>>>(sheet?.format ?? start);
  const save = useMutation(
    printing.saveLabelSheet.mutationOptions({
      onSuccess: (sheets) => {
        client.setQueryData(printing.labelSheets.queryKey(), sheets);
        onClose();
      },
    }),
  );
  const format = labelSheetFormat.safeParse(entered).data;
  return (
    <Modal opened onClose={onClose} title={sheet === null ? '添加标签纸' : `修改：${sheet.name}`} size={640}>
      <ImeSafeForm
        aria-label="标签纸"
        onSubmit={() =>
          format !== undefined && name.trim() !== '' && save.mutate({ id: sheet?.id ?? null, name, format })
        }
      >
        <Group align="flex-start" wrap="nowrap" gap="lg">
          <Stack gap="sm" flex={1}>
            <TextInput
              label="名称"
              withAsterisk
              data-autofocus
              maxLength={40}
              placeholder="例如：得力 3×7"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <SimpleGrid cols={2} spacing="sm">
              {measures.map(([key, label]) => (
                <NumberInput
                  key={key}
                  label={label}
                  min={0}
                  max={450}
                  suffix={counts.has(key) ? '' : ' 毫米'}
                  allowDecimal={!counts.has(key)}
                  decimalScale={2}
                  value={entered[key] ?? ''}
                  onChange={(value) => setEntered({ ...entered, [key]: value })}
                />
              ))}
            </SimpleGrid>
          </Stack>
          <Stack gap={4} w={190} align="center">
            {format === undefined ? (
              <Text size="sm" c="orange.9" role="status">
                这些数放不进这张纸，请再量一量。
              </Text>
            ) : (
              <LabelSheetPicture format={format} height={240} />
            )}
          </Stack>
        </Group>
        <ErrorNotice error={save.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            不改了
          </Button>
          <Button
            type="submit"
            disabled={format === undefined || name.trim() === ''}
            loading={save.isPending}
          >
            保存
          </Button>
        </Group>
      </ImeSafeForm>
    </Modal>
  );
};
