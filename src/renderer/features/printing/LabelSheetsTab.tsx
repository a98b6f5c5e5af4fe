import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fitsCode, type LabelSheet } from '../../../shared/domain/label-sheet.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { LabelSheetModal } from './LabelSheetModal.tsx';
import { LabelSheetPicture } from './LabelSheetPicture.tsx';

interface SheetCardProps {
  readonly sheet: LabelSheet;
  readonly usual: boolean;
  readonly onEdit: () => void;
}

const SheetCard = ({ sheet, usual, onEdit }: SheetCardProps) => {
  const { printing } = useApi();
  const client = useQueryClient();
  const onSuccess = (sheets: { sheets: LabelSheet[]; usual: string }): void => {
    client.setQueryData(printing.labelSheets.queryKey(), sheets);
  };
  const choose = useMutation(printing.chooseLabelSheet.mutationOptions({ onSuccess }));
  const remove = useMutation(printing.removeLabelSheet.mutationOptions({ onSuccess }));
  const { columns, rows, widthMm, heightMm } = sheet.format;
  return (
    <Card title={sheet.name} aside={usual ? <StatusBadge tone="good">常用</StatusBadge> : null}>
      <Group wrap="nowrap" align="flex-start">
        <LabelSheetPicture format={sheet.format} />
        <Stack gap="xs">
          <Text size="sm">
            {columns} 列 {rows} 行，每个 {widthMm}×{heightMm} 毫米
          </Text>
          <Group gap="xs">
            {usual || !fitsCode(sheet.format) ? null : (
              <Button size="compact-sm" variant="light" onClick={() => choose.mutate({ id: sheet.id })}>
                平时用它
              </Button>
            )}
            {sheet.own ? (
              <>
                <Button size="compact-sm" variant="subtle" onClick={onEdit}>
                  修改
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red.8"
                  onClick={() =>
                    modals.openConfirmModal({
                      title: `删去“${sheet.name}”`,
                      labels: { confirm: '删去', cancel: '不删' },
                      onConfirm: () => remove.mutate({ id: sheet.id }),
                    })
                  }
                >
                  删去
                </Button>
              </>
            ) : null}
          </Group>
          <ErrorNotice error={choose.error ?? remove.error} />
        </Stack>
      </Group>
    </Card>
  );
};

/** Self-adhesive sheets: those that shops sell, and those that the office measured itself (FEATURES H13). */
export const LabelSheetsTab = () => {
  const { data, error, refetch } = useQuery(useApi().printing.labelSheets.queryOptions());
  const [editing, setEditing] = useState<LabelSheet | 'new' | null>(null);
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Text size="sm" c="dimmed">
          标签在“选文书打印”里选“档案标签”或“存放位置标签”打印；用过几个的标签纸，可以从第几个打起。
        </Text>
        <Group gap="sm" wrap="nowrap">
          <LinkButton variant="default" to={paths.print('label', [])}>
            打印档案标签
          </LinkButton>
          <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => setEditing('new')}>
            添加标签纸
          </Button>
        </Group>
      </Group>
      <ListRows rows={data?.sheets} error={error} onRetry={() => void refetch()} empty={null}>
        {(sheets) => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {sheets.map((sheet) => (
              <SheetCard
                key={sheet.id}
                sheet={sheet}
                usual={sheet.id === data?.usual}
                onEdit={() => setEditing(sheet)}
              />
            ))}
          </SimpleGrid>
        )}
      </ListRows>
      {editing === null ? null : (
        <LabelSheetModal sheet={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
};
