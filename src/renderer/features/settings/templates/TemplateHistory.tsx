import { Button, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OfficeTemplateVersion } from '../../../../shared/domain/office-template.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { dayOfInstant } from '../../../../shared/domain/instant-day.ts';

/** Every version that was imported, to look at or to bring back. */
export const TemplateHistory = ({ versions }: { readonly versions: readonly OfficeTemplateVersion[] }) => {
  const download = useMutation(useApi().templates.versionFile.mutationOptions({ onSuccess: saveFile }));
  if (versions.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        历次模板
      </Text>
      <ErrorNotice error={download.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>版本</Table.Th>
            <Table.Th>导入日期</Table.Th>
            <Table.Th>状态</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map(({ id, version, importedAt, withdrawnAt }) => (
            <Table.Tr key={id}>
              <Table.Td>第 {version} 版</Table.Td>
              <Table.Td>{dayOfInstant(importedAt)}</Table.Td>
              <Table.Td>{withdrawnAt === null ? '使用中' : `${dayOfInstant(withdrawnAt)} 停用`}</Table.Td>
              <Table.Td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`取出第 ${version} 版`}
                  onClick={() => download.mutate({ id })}
                >
                  取出
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
