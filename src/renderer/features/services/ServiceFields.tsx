import { Grid, TextInput, Title } from '@mantine/core';
import { Fragment } from 'react';
import { registerSpec, type FieldSpec } from '../../../shared/domain/service-register.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { DateField } from '../../components/DateField.tsx';
import { CommunityField, OrganizationField, PersonField } from './BelongingFields.tsx';
import { FieldInput } from './FieldInput.tsx';
import { PeopleField } from './PeopleField.tsx';
import type { ServiceForm } from './service-draft.ts';

interface FieldsProps {
  readonly form: ServiceForm;
}

/** Short fields stand beside each other, long ones take the whole line. */
const spanOf = (spec: FieldSpec | undefined): number => {
  if (spec === undefined || spec.type === 'payments' || spec.type === 'organizations') return 12;
  if (spec.type === 'text') return spec.rows > 1 ? 12 : 6;
  return spec.type === 'time' || spec.type === 'count' || spec.type === 'date' ? 3 : 6;
};

const Named = ({ form }: FieldsProps) => (
  <>
    {form.register === 'volunteer' ? null : (
      <Grid.Col span={8}>
        <TextInput
          label={registerWords(form.register).title}
          withAsterisk
          data-autofocus
          maxLength={120}
          value={form.draft.title}
          onChange={(event) => form.change({ title: event.currentTarget.value })}
        />
      </Grid.Col>
    )}
    <Grid.Col span={4}>
      <DateField
        label={registerWords(form.register).day}
        withAsterisk
        value={form.draft.occurredOn}
        onChange={(occurredOn) => form.change({ occurredOn })}
      />
    </Grid.Col>
  </>
);

/** Fields of a line: what it belongs to, what every line has, and its own in their sections. */
export const ServiceFields = ({ form }: FieldsProps) => {
  const { register } = form;
  const spec = registerSpec(register);
  const words = registerWords(register);
  const fields: readonly string[] = Object.keys(spec.fields);
  const sections = words.sections ?? [{ label: '', fields, people: true as const }];
  return (
    <Grid gap="sm" align="flex-end">
      {spec.organization === 'none' ? null : (
        <Grid.Col span={spec.community === 'none' ? 12 : 8}>
          <OrganizationField form={form} />
        </Grid.Col>
      )}
      {spec.community === 'none' ? null : (
        <Grid.Col span={4}>
          <CommunityField form={form} />
        </Grid.Col>
      )}
      {spec.person === 'none' ? null : (
        <Grid.Col span={register === 'volunteer' ? 8 : 12}>
          <PersonField form={form} />
        </Grid.Col>
      )}
      <Named form={form} />
      {sections.map(({ label, fields: own, people }) => (
        <Fragment key={label}>
          {label === '' ? null : (
            <Grid.Col span={12} pb={0}>
              <Title order={3} size="h5">
                {label}
              </Title>
            </Grid.Col>
          )}
          {own.map((field) => (
            <Grid.Col key={field} span={spanOf(spec.fields[field])}>
              <FieldInput form={form} field={field} />
            </Grid.Col>
          ))}
          {people === true && spec.people !== 'none' ? (
            <Grid.Col span={12}>
              <PeopleField form={form} />
            </Grid.Col>
          ) : null}
        </Fragment>
      ))}
    </Grid>
  );
};
