import { Group, Pill, Stack } from '@mantine/core';
import { codesIn } from '../../../shared/domain/service-register.ts';
import { fieldLabel } from '../../../shared/labels/service-register.ts';
import { OrganizationBox } from '../scans/OrganizationBox.tsx';
import type { FieldProps } from './field-props.ts';

/** Several organizations: each that is chosen joins the others. */
export const OrganizationsField = ({ form, field }: FieldProps) => {
  const ids = codesIn(form.draft.content[field] ?? null);
  return (
    <Stack gap={6}>
      <OrganizationBox
        key={ids.length}
        label={fieldLabel(form.register, field)}
        value={null}
        onChange={(chosen) => {
          if (chosen !== null && !ids.includes(chosen.id))
            form.setField(field, [...ids, chosen.id], { [chosen.id]: chosen.name });
        }}
      />
      {ids.length === 0 ? null : (
        <Group gap={6}>
          {ids.map((id) => (
            <Pill
              key={id}
              withRemoveButton
              removeButtonProps={{ 'aria-label': `去掉${form.draft.names[id] ?? ''}`, tabIndex: 0 }}
              onRemove={() =>
                form.setField(
                  field,
                  ids.filter((each) => each !== id),
                )
              }
            >
              {form.draft.names[id] ?? id}
            </Pill>
          ))}
        </Group>
      )}
    </Stack>
  );
};
