import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFiles, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierFile } from '../../../shared/domain/dossier-file.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddPapersButton } from './AddPapersButton.tsx';
import { EditPaperModal } from './EditPaperModal.tsx';
import { papersByPart, type PaperLine, type PartOfPapers } from './paper-lines.ts';
import { PaperTable, type PaperTableEvents } from './PaperTable.tsx';
import { PreviewModal, type PreviewedPaper } from './preview/PreviewModal.tsx';
import { useAllParts } from './use-part-choices.ts';
import { usePaperActions } from './use-paper-actions.tsx';
import { useProofs } from './use-proofs.ts';

interface PartSectionProps extends PaperTableEvents, PartOfPapers {
  readonly organizationId: OrganizationId;
}

const PartSection = ({ part, lines, organizationId, ...events }: PartSectionProps) => {
  const actions = usePaperActions();
  const proofs = useProofs(organizationId);
  return (
    <section aria-label={part.label}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <Title order={3} size="h6">
            {part.label}
          </Title>
          <Text size="sm" c="dimmed">
            {lines.length === 0 ? '还没有材料' : `${lines.length} 份`}
          </Text>
        </Group>
        {part.retired ? null : (
          <AddPapersButton label="存入" quiet place={{ part: part.value, recordId: null }} />
        )}
      </Group>
      {lines.length === 0 ? null : <PaperTable lines={lines} actions={actions} proofs={proofs} {...events} />}
    </section>
  );
};

interface Previewing {
  readonly papers: readonly PreviewedPaper[];
  readonly first: number;
}

/** Many papers get a box to find one in. */
const manyPapers = 12;

/** Papers of the dossier by part: scans, photos and office files, with versions. */
export const FilesTab = ({ organizationId }: { readonly organizationId: OrganizationId }) => {
  const [text, setText] = useState('');
  const [previewing, setPreviewing] = useState<Previewing | null>(null);
  const [editing, setEditing] = useState<DossierFile | null>(null);
  const parts = useAllParts();
  const { data, error } = useQuery(
    useApi().files.list.queryOptions({ input: { organizationId, recordId: null } }),
  );
  if (data === undefined) return <ErrorNotice error={error} />;
  const sections = papersByPart(data, parts, text);
  const lines = sections.flatMap((section) => section.lines);
  const total = data.files.length + data.scans.length;
  const open = (line: PaperLine): void =>
    setPreviewing({ papers: lines, first: lines.findIndex(({ key }) => key === line.key) });
  const openVersion = ({ title, versions }: DossierFile, first: number): void =>
    setPreviewing({
      papers: versions.map(({ version, attachment }) => ({
        title: `${title}（第 ${version} 版）`,
        attachment,
      })),
      first,
    });
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          文件可拖进来，也可按 Ctrl+V 粘贴
        </Text>
        <Group gap="xs" wrap="nowrap">
          {total > manyPapers ? (
            <TextInput
              size="sm"
              aria-label="找材料"
              placeholder="找材料"
              leftSection={<IconSearch size={16} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : null}
          <AddPapersButton label="存入材料" />
        </Group>
      </Group>
      {total === 0 ? (
        <EmptyState
          icon={IconFiles}
          title="这份档案还没有材料"
          hint="把扫描件、照片、Word 或 Excel 文件拖进来即可，一次可拖 200 个；也可先点下面各部分的“存入”。"
        />
      ) : null}
      {sections.map((section) => (
        <PartSection
          key={section.part.value}
          {...section}
          organizationId={organizationId}
          onOpen={open}
          onOpenVersion={openVersion}
          onEdit={setEditing}
        />
      ))}
      {previewing === null ? null : <PreviewModal {...previewing} onClose={() => setPreviewing(null)} />}
      {editing === null ? null : <EditPaperModal file={editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
};
