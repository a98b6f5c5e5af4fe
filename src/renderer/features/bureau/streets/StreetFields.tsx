import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { StreetInput } from '../../../../shared/domain/bureau.ts';
import { ExpectedPeriods } from './ExpectedPeriods.tsx';
import { codeError } from './street-form.ts';

interface StreetFieldsProps {
  readonly street: StreetInput;
  readonly districtCode: string;
  readonly onChange: (street: StreetInput) => void;
  /** A street that is on the list keeps its code. */
  readonly codeFixed?: boolean;
}

export const StreetFields = ({ street, districtCode, onChange, codeFixed = false }: StreetFieldsProps) => {
  const optional = (field: 'contactName' | 'contactPhone') => ({
    value: street[field] ?? '',
    maxLength: 30,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...street, [field]: value === '' ? null : value }),
  });
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput
        label="街镇名称"
        placeholder="如 新河街道"
        withAsterisk
        data-autofocus
        maxLength={40}
        value={street.name}
        onChange={(event) => onChange({ ...street, name: event.currentTarget.value })}
      />
      <TextInput
        label="区划代码"
        placeholder="9 位数字"
        withAsterisk
        readOnly={codeFixed}
        {...(codeFixed ? { description: '登记以后不能改。' } : {})}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={9}
        value={street.code}
        error={codeError(street.code, districtCode)}
        onChange={(event) => onChange({ ...street, code: event.currentTarget.value.trim() })}
      />
      <TextInput label="联系人" {...optional('contactName')} />
      <TextInput label="联系电话" {...optional('contactPhone')} />
      <ExpectedPeriods street={street} onChange={onChange} />
      <Textarea
        label="备注"
        autosize
        minRows={1}
        maxRows={3}
        maxLength={500}
        style={{ gridColumn: '1 / -1' }}
        value={street.remark}
        onChange={(event) => onChange({ ...street, remark: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};
