import { Button, Group, Modal, SimpleGrid, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { keptCustomValue, type FilledField } from '../../../shared/domain/custom-field.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { CustomValueInput } from './CustomValueInput.tsx';

interface CustomFieldsModalProps {
  readonly organizationId: OrganizationId;
  readonly fields: readonly FilledField[];
  readonly onClose: () => void;
}

const malformed = { date: '不是日期', number: '只能填数字', choice: '没有这个选项', text: '' } as const;

/** Fills in the office's own fields. */
export const CustomFieldsModal = ({ organizationId, fields, onClose }: CustomFieldsModalProps) => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const save = useMutation(useApi().fields.saveValues.mutationOptions({ onSuccess: onClose }));
  const changed = fields.flatMap(({ field, value }) => {
    const next = typed[field.id];
    return next === undefined || next.trim() === (value ?? '') ? [] : [{ field, value: next }];
  });
  const flawOf = ({ field, value }: FilledField): string | null => {
    const next = typed[field.id]?.trim() ?? '';
    return next === '' || next === value || keptCustomValue(field, next) !== null
      ? null
      : malformed[field.kind];
  };
  const sound = fields.every((each) => flawOf(each) === null);
  return (
    <Modal opened onClose={onClose} title="自设项目" size={680}>
      <ImeSafeForm
        aria-label="自设项目"
        onSubmit={() => {
          if (changed.length === 0 || !sound) return;
          const values = changed.map(({ field, value }) => ({ fieldId: field.id, value }));
          save.mutate({ organizationId, values });
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            {fields.map((each) => (
              <CustomValueInput
                key={each.field.id}
                field={each.field}
                value={typed[each.field.id] ?? each.value ?? ''}
                error={flawOf(each)}
                onChange={(value) => setTyped({ ...typed, [each.field.id]: value })}
              />
            ))}
          </SimpleGrid>
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" loading={save.isPending} disabled={changed.length === 0 || !sound}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
