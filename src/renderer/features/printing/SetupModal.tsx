import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import {
  duplex,
  isStockKind,
  mayChangeSheet,
  paperSetup,
  printColour,
  sheetSize,
  type PaperSetup,
} from '../../../shared/domain/printing.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { colourLabels, duplexLabels, sheetLabels } from './setup-words.ts';

interface SetupModalProps {
  readonly kind: DocumentKind;
  readonly setup: PaperSetup;
  readonly onClose: () => void;
}

interface FieldsProps {
  readonly kind: DocumentKind;
  readonly setup: PaperSetup;
  readonly onChange: (change: Partial<PaperSetup>) => void;
}

const usualCustom = { width: 260, height: 185 };

/** Which sheet, turned or not; only where the paper may be put on another. */
const SheetFields = ({ kind, setup, onChange }: FieldsProps) => {
  if (!mayChangeSheet(kind))
    return (
      <Text size="sm" c="dimmed">
        这种文书的大小是规定好的，不能放大缩小。
      </Text>
    );
  const custom = setup.customMm ?? usualCustom;
  const side = (label: string, name: 'width' | 'height') => (
    <NumberInput
      label={label}
      min={50}
      max={450}
      value={custom[name]}
      onChange={(value) => typeof value === 'number' && onChange({ customMm: { ...custom, [name]: value } })}
    />
  );
  return (
    <>
      <Select
        label="纸张大小"
        description="比原来大或小的，按比例放大、缩小，放在纸的正中"
        allowDeselect={false}
        data={sheetSize.options.map((value) => ({ value, label: sheetLabels[value] }))}
        value={setup.sheet}
        onChange={(value) =>
          value !== null && onChange({ sheet: value, customMm: value === 'custom' ? custom : null })
        }
      />
      {setup.sheet === 'custom' ? (
        <Group grow>
          {side('宽（毫米，按放进打印机的方向）', 'width')}
          {side('高（毫米）', 'height')}
        </Group>
      ) : null}
    </>
  );
};

const SideFields = ({ setup, onChange }: Omit<FieldsProps, 'kind'>) => (
  <Group grow align="flex-start">
    <Select
      label="单双面"
      allowDeselect={false}
      data={duplex.options.map((value) => ({ value, label: duplexLabels[value] }))}
      value={setup.duplex}
      onChange={(value) => value !== null && onChange({ duplex: value })}
    />
    <NumberInput
      label="份数"
      min={1}
      max={20}
      allowDecimal={false}
      value={setup.copies}
      onChange={(value) => typeof value === 'number' && onChange({ copies: value })}
    />
  </Group>
);

/** How papers of one kind are printed from now on. */
export const SetupModal = ({ kind, setup: before, onClose }: SetupModalProps) => {
  const { printing } = useApi();
  const client = useQueryClient();
  const [setup, setSetup] = useState(before);
  const save = useMutation(
    printing.saveSetup.mutationOptions({
      onSuccess: (setups) => {
        client.setQueryData(printing.setups.queryKey(), setups);
        onClose();
      },
    }),
  );
  const change = (part: Partial<PaperSetup>): void => setSetup((now) => ({ ...now, ...part }));
  const ready = paperSetup.safeParse(setup).data;
  return (
    <Modal opened onClose={onClose} title={`怎么打印：${documentKindLabels[kind]}`} size={560}>
      <ImeSafeForm
        aria-label="怎么打印"
        onSubmit={() => ready !== undefined && save.mutate({ kind, setup: ready })}
      >
        <Stack gap="sm">
          <SheetFields kind={kind} setup={setup} onChange={change} />
          <SideFields setup={setup} onChange={change} />
          <SegmentedControl
            aria-label="颜色"
            data={printColour.options.map((value) => ({ value, label: colourLabels[value] }))}
            value={setup.colour}
            onChange={(value) => change({ colour: value })}
          />
          <TextInput
            label="放什么纸"
            description="打印前提醒，例如“证书纸放二号纸盒”。写了的，单独成一份"
            maxLength={60}
            value={setup.tray ?? ''}
            onChange={(event) =>
              change({ tray: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
          />
          {isStockKind(kind) ? (
            <Switch
              label="套打：用印好的纸，只打填的字"
              description="字的位置在“套打”里按打印机调整；存档的 PDF 仍是完整的文书"
              checked={setup.stock}
              onChange={(event) => change({ stock: event.currentTarget.checked })}
            />
          ) : null}
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" disabled={ready === undefined} loading={save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
