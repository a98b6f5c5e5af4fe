import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportRecord } from '../../../shared/domain/workbook-import.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Takes a whole import back, after saying what will be gone. */
export const UndoImport = ({ made }: { readonly made: Pick<ImportRecord, 'id' | 'fileName' | 'counts'> }) => {
  const [asking, setAsking] = useState(false);
  const undo = useMutation(useApi().imports.undo.mutationOptions({ onSuccess: () => setAsking(false) }));
  const { organizationsCreated, peopleCreated, membershipsCreated } = made.counts;
  return (
    <>
      <Button
        variant="subtle"
        color="gray.8"
        size="compact-sm"
        fw={400}
        leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
        onClick={() => setAsking(true)}
      >
        撤销导入
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="撤销这次导入">
        <Stack>
          <Text size="sm">
            《{made.fileName}》带来的 {organizationsCreated} 个组织、{peopleCreated} 个人、
            {membershipsCreated} 条成员记录会从档案里去掉，其他内容不动。原来的表格不受影响，可以改好再导入。
          </Text>
          <ErrorNotice error={undo.error} />
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              不撤销
            </Button>
            <Button color="red.8" loading={undo.isPending} onClick={() => undo.mutate({ id: made.id })}>
              撤销导入
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
