import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dossierPart } from '../../../shared/domain/dossier.ts';
import type { DossierFile, FileFacts } from '../../../shared/domain/dossier-file.ts';
import { recordId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { usePartChoices } from './use-part-choices.ts';

interface EditPaperModalProps {
  readonly file: DossierFile;
  readonly onClose: () => void;
}

/** Name, note, part and what it proves; the bytes stay as they came in. */
export const EditPaperModal = ({ file, onClose }: EditPaperModalProps) => {
  const { files, records } = useApi();
  const parts = usePartChoices();
  const [facts, setFacts] = useState<FileFacts>(file);
  const part = dossierPart.safeParse(facts.part);
  const { data: proven = [] } = useQuery({
    ...records.list.queryOptions({ input: { organizationId: file.organizationId, part: part.data ?? null } }),
    enabled: part.success,
  });
  const save = useMutation(files.update.mutationOptions({ onSuccess: onClose }));
  const submit = (): void => {
    const { part: into, recordId: record, title, note } = facts;
    if (title.trim() !== '')
      save.mutate({ id: file.id, facts: { part: into, recordId: record, title, note } });
  };
  return (
    <Modal opened onClose={onClose} title="改名、移到别处" size={560}>
      <ImeSafeForm aria-label="改名、移到别处" onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="名称"
            withAsterisk
            data-autofocus
            maxLength={120}
            value={facts.title}
            onChange={(event) => setFacts({ ...facts, title: event.currentTarget.value })}
          />
          <Select
            label="存在哪一部分"
            data={[...parts]}
            value={facts.part}
            allowDeselect={false}
            onChange={(value) => {
              const chosen = parts.find((choice) => choice.value === value);
              if (chosen !== undefined) setFacts({ ...facts, part: chosen.value, recordId: null });
            }}
          />
          {part.success && proven.length > 0 ? (
            <Select
              label="证明哪一条记录"
              placeholder="不指定"
              clearable
              searchable
              data={proven.map(({ id, title, occurredOn }) => ({
                value: id,
                label: `${occurredOn}　${title}`,
              }))}
              value={facts.recordId}
              onChange={(value) =>
                setFacts({ ...facts, recordId: value === null ? null : recordId.parse(value) })
              }
            />
          ) : null}
          <Textarea
            label="备注"
            autosize
            minRows={1}
            maxLength={500}
            value={facts.note ?? ''}
            onChange={(event) => setFacts({ ...facts, note: event.currentTarget.value || null })}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" loading={save.isPending} disabled={facts.title.trim() === ''}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
