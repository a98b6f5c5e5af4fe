import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { paymentsIn, totalFen, type Payment } from '../../../shared/domain/service-register.ts';
import { fieldLabel, yuanText } from '../../../shared/labels/service-register.ts';
import { DateField } from '../../components/DateField.tsx';
import { todayHere } from '../filings/today-here.ts';
import type { FieldProps } from './field-props.ts';
import { YuanInput } from './YuanInput.tsx';

interface RowProps {
  readonly payment: Payment;
  readonly name: string;
  readonly onChange: (payment: Payment) => void;
  readonly onRemove: () => void;
}

const PaymentRow = ({ payment, name, onChange, onRemove }: RowProps) => (
  <Group gap="xs" wrap="nowrap">
    <DateField
      required
      w={150}
      aria-label={`${name}日期`}
      value={payment.on}
      onChange={(on) => on !== null && onChange({ ...payment, on })}
    />
    <YuanInput
      w={150}
      aria-label={`${name}金额（元）`}
      fen={payment.fen === 0 ? null : payment.fen}
      onFen={(fen) => onChange({ ...payment, fen: fen ?? 0 })}
    />
    <TextInput
      flex={1}
      aria-label={`${name}说明`}
      placeholder="说明"
      maxLength={100}
      value={payment.note ?? ''}
      onChange={({ currentTarget: { value } }) => onChange({ ...payment, note: value === '' ? null : value })}
    />
    <ActionIcon variant="subtle" color="gray.7" aria-label={`去掉${name}`} onClick={onRemove}>
      <IconX size={16} />
    </ActionIcon>
  </Group>
);

/** Dated amounts, and what they add up to. */
export const PaymentsField = ({ form, field }: FieldProps) => {
  const label = fieldLabel(form.register, field);
  const payments = paymentsIn(form.draft.content[field] ?? null);
  const write = (next: readonly Payment[]): void => form.setField(field, [...next]);
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
          {payments.length === 0 ? '' : `　合计 ${yuanText(totalFen([...payments]))} 元`}
        </Text>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} />}
          onClick={() => write([...payments, { on: todayHere(), fen: 0, note: null }])}
        >
          加一笔
        </Button>
      </Group>
      {payments.map((payment, index) => (
        <PaymentRow
          // oxlint-disable-next-line react/no-array-index-key -- rows are only told apart by their place
          key={`${payments.length}-${index}`}
          payment={payment}
          name={`第 ${index + 1} 笔`}
          onChange={(changed) => write(payments.with(index, changed))}
          onRemove={() => write(payments.toSpliced(index, 1))}
        />
      ))}
    </Stack>
  );
};
