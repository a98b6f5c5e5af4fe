import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { partOfRecord, type DossierRecord } from '../../../shared/domain/dossier-record.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddPapersButton } from './AddPapersButton.tsx';
import { EditPaperModal } from './EditPaperModal.tsx';
import { papersByPart, type PaperLine } from './paper-lines.ts';
import { PaperTable } from './PaperTable.tsx';
import { PreviewModal, type PreviewedPaper } from './preview/PreviewModal.tsx';
import { TakeInRoom, useHasTakeInRoom, usePreferredPlace } from './take-in/TakeInRoom.tsx';
import { useAllParts } from './use-part-choices.ts';
import { usePaperActions } from './use-paper-actions.tsx';
import type { DossierFile } from '../../../shared/domain/dossier-file.ts';

const noProofs: ReadonlyMap<string, string> = new Map();

interface RecordFilesProps {
  readonly record: Pick<DossierRecord, 'id' | 'organizationId' | 'content'>;
}

const Papers = ({ record }: RecordFilesProps) => {
  const { id, organizationId, content } = record;
  const part = partOfRecord[content.kind];
  usePreferredPlace(part, id);
  const actions = usePaperActions();
  const parts = useAllParts();
  const [previewing, setPreviewing] = useState<{
    readonly papers: readonly PreviewedPaper[];
    readonly first: number;
  } | null>(null);
  const [editing, setEditing] = useState<DossierFile | null>(null);
  const { data, error } = useQuery(
    useApi().files.list.queryOptions({ input: { organizationId, recordId: id } }),
  );
  const lines = data === undefined ? [] : papersByPart(data, parts, '').flatMap((section) => section.lines);
  const open = (line: PaperLine): void =>
    setPreviewing({ papers: lines, first: lines.findIndex(({ key }) => key === line.key) });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {lines.length === 0 ? '还没有附材料，可以拖进来或粘贴' : `材料 ${lines.length} 份`}
        </Text>
        <AddPapersButton label="附材料" quiet place={{ part, recordId: id }} />
      </Group>
      <ErrorNotice error={error} />
      {lines.length === 0 ? null : (
        <PaperTable
          lines={lines}
          actions={actions}
          proofs={noProofs}
          onOpen={open}
          onOpenVersion={({ title, versions }, first) =>
            setPreviewing({
              papers: versions.map(({ version, attachment }) => ({
                title: `${title}（第 ${version} 版）`,
                attachment,
              })),
              first,
            })
          }
          onEdit={setEditing}
        />
      )}
      {previewing === null ? null : <PreviewModal {...previewing} onClose={() => setPreviewing(null)} />}
      {editing === null ? null : <EditPaperModal file={editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
};

/**
 * Papers that prove one record: choose, drop or paste them, look at them, add versions. While it is shown, what is
 * dropped or pasted goes to this record. Its dialogs are forms of their own: it stands beside a form, never inside one.
 */
export const RecordFiles = ({ record }: RecordFilesProps) => {
  const hasRoom = useHasTakeInRoom();
  if (hasRoom) return <Papers record={record} />;
  return (
    <TakeInRoom organizationId={record.organizationId} part={partOfRecord[record.content.kind]}>
      <Papers record={record} />
    </TakeInRoom>
  );
};
