import { Group, Paper, Table, Text } from '@mantine/core';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ImportRecord } from '../../../shared/domain/workbook-import.ts';
import { useApi } from '../../app/archive-api.tsx';
import { instantWords } from '../../app/calendar-words.ts';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { countsWords } from './import-counts.ts';
import { ReportButtons } from './ReportButtons.tsx';
import { UndoImport } from './UndoImport.tsx';

const NewImport = () => (
  <LinkButton to={paths.newImport} leftSection={<IconPlus size={18} />}>
    导入 Excel
  </LinkButton>
);

const ImportRow = ({ made }: { readonly made: ImportRecord }) => (
  <Table.Tr>
    <Table.Td>
      <Text size="sm">{made.fileName}</Text>
      <Text size="xs" c="dimmed">
        {instantWords(made.finishedAt)}
      </Text>
    </Table.Td>
    <Table.Td>{countsWords(made.counts)}</Table.Td>
    <Table.Td>
      <ReportButtons of={{ importId: made.id }} refused={made.counts.rowsRefused} />
    </Table.Td>
    <Table.Td w={170} ta="right">
      {made.undoneAt === null ? (
        <UndoImport made={made} />
      ) : (
        <Text size="sm" c="dimmed">
          {instantWords(made.undoneAt)}撤销
        </Text>
      )}
    </Table.Td>
  </Table.Tr>
);

/** Every workbook that was taken in, each with its report and its way back. */
export const ImportsScreen = () => {
  const { data, error, refetch } = useQuery(useApi().imports.list.queryOptions());
  return (
    <>
      <PageHeader title="导入" detail="把街道现有的 Excel 台账和花名册收进档案" actions={<NewImport />} />
      {data === undefined ? (
        error === null ? (
          <ScreenLoading />
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Paper withBorder>
          <EmptyState
            icon={IconTableImport}
            title="还没有导入过表格"
            hint="选一份 Excel 台账，先试导看一遍结果，满意了再真正导入；导入后还可以整体撤销。"
            action={
              <Group mt="sm">
                <NewImport />
              </Group>
            }
          />
        </Paper>
      ) : (
        <Paper withBorder>
          <Table verticalSpacing="sm" horizontalSpacing="md" aria-label="导入记录">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>表格</Table.Th>
                <Table.Th>结果</Table.Th>
                <Table.Th>下载</Table.Th>
                <Table.Th aria-label="撤销" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((made) => (
                <ImportRow key={made.id} made={made} />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </>
  );
};
