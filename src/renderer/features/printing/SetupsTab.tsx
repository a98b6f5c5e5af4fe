import { Button, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentGroup, kindsOfGroup, type DocumentKind } from '../../../shared/domain/document.ts';
import { usualSetup, type PaperSetup } from '../../../shared/domain/printing.ts';
import { documentGroupLabels, documentKindLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { SetupModal } from './SetupModal.tsx';
import { setupWords } from './setup-words.ts';

interface KindRowsProps {
  readonly kinds: readonly DocumentKind[];
  readonly setups: ReadonlyMap<DocumentKind, PaperSetup>;
  readonly onEdit: (kind: DocumentKind) => void;
}

const KindRows = ({ kinds, setups, onEdit }: KindRowsProps) =>
  kinds.map((kind) => {
    const words = setupWords(setups.get(kind) ?? usualSetup);
    return (
      <Table.Tr key={kind}>
        <Table.Td w="38%">{documentKindLabels[kind]}</Table.Td>
        <Table.Td>
          <Text size="sm" {...(words === '' && { c: 'dimmed' })}>
            {words === '' ? '照常' : words}
          </Text>
        </Table.Td>
        <Table.Td w={80}>
          <Button
            size="compact-sm"
            variant="light"
            aria-label={`修改 ${documentKindLabels[kind]}`}
            onClick={() => onEdit(kind)}
          >
            修改
          </Button>
        </Table.Td>
      </Table.Tr>
    );
  });

/** How each kind of paper is printed: the office says it once. */
export const SetupsTab = () => {
  const { data, error, refetch } = useQuery(useApi().printing.setups.queryOptions());
  const [editing, setEditing] = useState<DocumentKind | null>(null);
  const setups = new Map<DocumentKind, PaperSetup>(data?.map(({ kind, setup }) => [kind, setup]));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        照常：按文书原来的纸、单面、彩色、一份。公文按 GB/T 9704 只用 A4；标签和归档章按实际大小打印。
      </Text>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {documentGroup.options.map((group) => (
        <Card key={group} title={documentGroupLabels[group]}>
          <Table aria-label={documentGroupLabels[group]} verticalSpacing={4}>
            <Table.Tbody>
              <KindRows kinds={kindsOfGroup[group]} setups={setups} onEdit={setEditing} />
            </Table.Tbody>
          </Table>
        </Card>
      ))}
      {editing === null ? null : (
        <SetupModal
          kind={editing}
          setup={setups.get(editing) ?? usualSetup}
          onClose={() => setEditing(null)}
        />
      )}
    </Stack>
  );
};
