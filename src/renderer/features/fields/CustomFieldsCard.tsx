import { Button, Group, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { useDossierSealed } from '../exits/dossier-sealed.ts';
import { FactList } from '../organizations/facts/FactList.tsx';
import { CustomFieldsModal } from './CustomFieldsModal.tsx';

/** What the office keeps of an organization besides the filing form; nothing where it has no such fields. */
export const CustomFieldsCard = ({ organizationId }: { readonly organizationId: OrganizationId }) => {
  const [editing, setEditing] = useState(false);
  const sealed = useDossierSealed();
  const { data: fields = [] } = useQuery(useApi().fields.values.queryOptions({ input: { organizationId } }));
  if (fields.length === 0) return null;
  return (
    <>
      <Group justify="space-between" mt="lg" mb="sm">
        <Title order={3} size="sm">
          自设项目
        </Title>
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPencil size={16} />}
          disabled={sealed}
          onClick={() => setEditing(true)}
        >
          填写
        </Button>
      </Group>
      <FactList
        lines={fields.map(({ field, value }) => ({
          label: field.retired ? `${field.name}（不再使用）` : field.name,
          value,
          wide: false,
        }))}
      />
      {editing ? (
        <CustomFieldsModal
          organizationId={organizationId}
          fields={fields}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </>
  );
};
