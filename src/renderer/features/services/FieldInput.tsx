import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { codesIn, registerSpec } from '../../../shared/domain/service-register.ts';
import { fieldLabel, serviceCodeLabel } from '../../../shared/labels/service-register.ts';
import { DateField } from '../../components/DateField.tsx';
import type { FieldProps } from './field-props.ts';
import { LineField } from './LineField.tsx';
import { OrganizationsField } from './OrganizationsField.tsx';
import { PaymentsField } from './PaymentsField.tsx';
import type { ServiceForm } from './service-draft.ts';
import { SurveyField } from './SurveyField.tsx';
import { YuanInput } from './YuanInput.tsx';

const options = (codes: readonly string[]) =>
  codes.map((value) => ({ value, label: serviceCodeLabel(value) }));

const textIn = ({ draft: { content } }: ServiceForm, field: string): string | null => {
  const value = content[field];
  return typeof value === 'string' ? value : null;
};

const TextField = ({
  form,
  field,
  max,
  rows,
}: FieldProps & { readonly max: number; readonly rows: number }) => {
  const shared = {
    label: fieldLabel(form.register, field),
    withAsterisk: registerSpec(form.register).fields[field]?.required === true,
    maxLength: max,
    value: textIn(form, field) ?? '',
  };
  return rows === 1 ? (
    <TextInput {...shared} onChange={(event) => form.setField(field, event.currentTarget.value)} />
  ) : (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={12}
      onChange={(event) => form.setField(field, event.currentTarget.value)}
    />
  );
};

const MoneyField = ({ form, field }: FieldProps) => {
  const fen = form.draft.content[field];
  return (
    <YuanInput
      label={`${fieldLabel(form.register, field)}（元）`}
      withAsterisk={registerSpec(form.register).fields[field]?.required === true}
      fen={typeof fen === 'number' ? fen : null}
      onFen={(typed) => form.setField(field, typed)}
    />
  );
};

const CountField = ({ form, field, max }: FieldProps & { readonly max: number }) => {
  const value = form.draft.content[field];
  return (
    <NumberInput
      label={fieldLabel(form.register, field)}
      min={0}
      max={max}
      allowDecimal={false}
      value={typeof value === 'number' ? value : ''}
      onChange={(count) => form.setField(field, typeof count === 'number' ? count : null)}
    />
  );
};

/** The input of one field, whatever its type. */
export const FieldInput = ({ form, field }: FieldProps) => {
  const spec = registerSpec(form.register).fields[field];
  if (spec === undefined) return null;
  const label = fieldLabel(form.register, field);
  const shared = { label, withAsterisk: spec.required };
  switch (spec.type) {
    case 'text':
      return <TextField form={form} field={field} max={spec.max} rows={spec.rows} />;
    case 'date':
      return (
        <DateField {...shared} value={textIn(form, field)} onChange={(day) => form.setField(field, day)} />
      );
    case 'time':
      return (
        <TextInput
          {...shared}
          type="time"
          value={textIn(form, field) ?? ''}
          onChange={(event) => form.setField(field, event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          clearable={!spec.required}
          data={options(spec.codes)}
          value={textIn(form, field)}
          onChange={(code) => form.setField(field, code)}
        />
      );
    case 'tags':
      return (
        <MultiSelect
          {...shared}
          data={options(spec.codes)}
          value={[...codesIn(form.draft.content[field] ?? null)]}
          onChange={(codes) => form.setField(field, codes)}
        />
      );
    case 'count':
      return <CountField form={form} field={field} max={spec.max} />;
    case 'money':
      return <MoneyField form={form} field={field} />;
    case 'payments':
      return <PaymentsField form={form} field={field} />;
    case 'organizations':
      return <OrganizationsField form={form} field={field} />;
    case 'survey':
      return <SurveyField form={form} field={field} />;
    case 'line':
      return <LineField form={form} field={field} register={spec.register} />;
  }
};
