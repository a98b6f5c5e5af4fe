import { Button, Group, List, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FilePart } from '../../../../shared/domain/dossier-file.ts';
import { dossierPart } from '../../../../shared/domain/dossier.ts';
import { recordId, type OrganizationId, type RecordId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { usePartChoices } from '../use-part-choices.ts';

export interface Place {
  readonly part: FilePart;
  readonly recordId: RecordId | null;
}

interface AskPlaceFormProps {
  readonly organizationId: OrganizationId;
  readonly files: readonly File[];
  readonly first: FilePart;
  readonly onCancel: () => void;
  readonly onPlaced: (place: Place) => void;
}

const namedFiles = 5;

/** Where dropped or pasted files go: a part, and perhaps the record that they prove. Enter takes what is suggested. */
export const AskPlaceForm = ({ organizationId, files, first, onCancel, onPlaced }: AskPlaceFormProps) => {
  const parts = usePartChoices();
  const [part, setPart] = useState<FilePart>(first);
  const [record, setRecord] = useState<string | null>(null);
  const known = dossierPart.safeParse(part);
  const { data: records = [] } = useQuery({
    ...useApi().records.list.queryOptions({ input: { organizationId, part: known.data ?? null } }),
    enabled: known.success,
  });
  return (
    <ImeSafeForm
      aria-label="存入档案"
      onSubmit={() => onPlaced({ part, recordId: record === null ? null : recordId.parse(record) })}
    >
      <Stack gap="sm">
        <List size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {files.slice(0, namedFiles).map((file) => (
            <List.Item key={`${file.name}-${file.size}-${file.lastModified}`}>{file.name}</List.Item>
          ))}
        </List>
        {files.length > namedFiles ? (
          <Text size="sm" c="dimmed">
            等 {files.length} 个文件
          </Text>
        ) : null}
        <Select
          label="存入哪一部分"
          data={[...parts]}
          value={part}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = parts.find((choice) => choice.value === value);
            if (chosen !== undefined) setPart(chosen.value);
            setRecord(null);
          }}
        />
        {records.length === 0 || !known.success ? null : (
          <Select
            label="证明哪一条记录"
            placeholder="不指定"
            clearable
            searchable
            data={records.map(({ id, title, occurredOn }) => ({
              value: id,
              label: `${occurredOn}　${title}`,
            }))}
            value={record}
            onChange={setRecord}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            不存了
          </Button>
          <Button type="submit" data-autofocus>
            存入 {files.length} 份
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
