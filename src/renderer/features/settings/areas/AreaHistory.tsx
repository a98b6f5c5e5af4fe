import { Button, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AreaChange } from '../../../../shared/domain/area-change.ts';
import { areaChangeKindLabels } from '../../../../shared/labels/area-change.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

/** What was changed, newest first; the latest can be taken back as long as nothing was built on it. */
export const AreaHistory = () => {
  const { areas } = useApi();
  const { data: changes = [], error } = useQuery(areas.list.queryOptions());
  const undo = useMutation(areas.undo.mutationOptions());
  const ask = ({ id, title }: AreaChange): void => {
    modals.openConfirmModal({
      title: '撤销这次调整？',
      children: <Text size="sm">“{title}”将整个退回，组织回到原来的社区。</Text>,
      labels: { confirm: '撤销', cancel: '不撤销' },
      onConfirm: () => undo.mutate({ id }),
    });
  };
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        还没有调整过。社区更名、合并、拆分在这里办，旧名称和去向都会留下。
      </Text>
    );
  return (
    <>
      <ErrorNotice error={error ?? undo.error} />
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {changes.map((change) => (
            <Table.Tr key={change.id} c={change.undoneAt === null ? 'inherit' : 'dimmed'}>
              <Table.Td w={110}>{change.effectiveOn}</Table.Td>
              <Table.Td w={90}>{areaChangeKindLabels[change.kind]}</Table.Td>
              <Table.Td>
                {change.title}
                <Text size="xs" c="dimmed">
                  {change.basis}
                  {change.organizations === 0 ? '' : `　涉及 ${change.organizations} 个组织`}
                </Text>
              </Table.Td>
              <Table.Td w={90} ta="right">
                {change.undoneAt === null ? null : '已撤销'}
                {change.undoable ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    loading={undo.isPending}
                    onClick={() => ask(change)}
                  >
                    撤销
                  </Button>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
};
