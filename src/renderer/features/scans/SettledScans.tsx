import { Anchor, Button, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { InboxRow } from '../../../shared/domain/scan-inbox.ts';
import { useApi } from '../../app/archive-api.tsx';
import { instantWords } from '../../app/calendar-words.ts';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PreviewModal } from '../files/preview/PreviewModal.tsx';
import { StandingBadge } from './InboxList.tsx';
import { useScanActions, type ScanActions } from './use-scan-actions.tsx';
import { listRefreshMs } from './WaitingScans.tsx';

const Where = ({ item, filedAs }: InboxRow) => {
  if (item.reading?.finding === 'parted') return <Text size="sm">已分成几份，各归各处；原件在此</Text>;
  if (filedAs === null)
    return <Text size="sm">{item.state === 'filed' ? '原位置已不在' : '没有归到档案'}</Text>;
  const target = item.filedAs;
  const to =
    target?.to === 'filing' ? paths.filing(target.filingId) : paths.dossier(filedAs.organizationId, 'files');
  return (
    <>
      <Anchor component={Link} to={to} size="sm">
        {filedAs.organizationName}
      </Anchor>
      <Text size="xs" c="dimmed">
        {filedAs.place}
      </Text>
    </>
  );
};

interface SettledRowProps {
  readonly row: InboxRow;
  readonly actions: ScanActions;
  readonly onOpen: () => void;
}

const SettledRow = ({ row, actions, onOpen }: SettledRowProps) => {
  const { item } = row;
  const parted = item.reading?.finding === 'parted';
  return (
    <Table.Tr>
      <Table.Td maw={300}>
        <Anchor component="button" type="button" size="sm" onClick={onOpen} ta="start">
          {item.paper.fileName}
        </Anchor>
        {item.parent === null ? null : (
          <Text size="xs" c="dimmed">
            从《{item.parent.fileName}》分出
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <StandingBadge item={item} />
      </Table.Td>
      <Table.Td>
        <Where {...row} />
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed">
          {item.settledAt === null ? '' : instantWords(item.settledAt)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {parted ? null : (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => (item.state === 'filed' ? actions.undo(item) : actions.bringBack(item))}
          >
            {item.state === 'filed' ? '撤销归档' : '放回待归档'}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

interface SettledScansProps {
  readonly state: 'filed' | 'set-aside';
  readonly top: ReactNode;
}

/** Scans that are in their places, or set aside; the latest first, each to be taken back. */
export const SettledScans = ({ state, top }: SettledScansProps) => {
  const { data: rows, error } = useQuery({
    ...useApi().scans.list.queryOptions({ input: { state } }),
    refetchInterval: listRefreshMs,
  });
  const [opened, setOpened] = useState<number | null>(null);
  const actions = useScanActions();
  if (rows === undefined) return <ErrorNotice error={error} />;
  return (
    <Stack gap="sm" flex={1} mih={0}>
      {top}
      {rows.length === 0 ? (
        <EmptyState
          icon={IconArchive}
          title={state === 'filed' ? '还没有归档的扫描件' : '没有搁置的扫描件'}
          hint={
            state === 'filed'
              ? '自动归档的、由您确认归档的，都列在这里，可以撤销。'
              : '不属于任何档案的扫描件可以搁置，原件留着，随时放回。'
          }
        />
      ) : (
        <ScrollArea flex={1} mih={0}>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {rows.map((row, at) => (
                <SettledRow key={row.item.id} row={row} actions={actions} onOpen={() => setOpened(at)} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {opened === null ? null : (
        <PreviewModal
          papers={rows.map(({ item }) => ({ title: item.paper.fileName, attachment: item.paper }))}
          first={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  );
};
