import { Alert, Button, FileButton, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ServiceRegister } from '../../../shared/domain/service-register.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { offerUndo } from './offer-undo.tsx';

interface ImportModalProps {
  readonly register: ServiceRegister;
  readonly onClose: () => void;
}

/** A filled template: first looked through without writing, then taken in as a whole, and taken back as a whole. */
export const ImportModal = ({ register, onClose }: ImportModalProps) => {
  const { serviceRegisters } = useApi();
  const words = registerWords(register);
  const [file, setFile] = useState<File | null>(null);
  const template = useMutation(serviceRegisters.template.mutationOptions({ onSuccess: saveFile }));
  const undo = useMutation(serviceRegisters.undoImport.mutationOptions());
  const look = useMutation(serviceRegisters.importList.mutationOptions());
  const take = useMutation(
    serviceRegisters.importList.mutationOptions({
      onSuccess: ({ ready, importId }) => {
        if (importId === null) return;
        offerUndo({
          id: importId,
          title: `导入了 ${ready} ${words.unit}`,
          onUndo: () => undo.mutate({ importId }),
        });
        onClose();
      },
    }),
  );
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    if (chosen !== null) look.mutate({ register, file: chosen, commit: false });
  };
  const found = look.data;
  const ready = file !== null && found !== undefined && found.refused.length === 0 && found.ready > 0;
  return (
    <Modal opened onClose={onClose} title={`导入${words.name}`} size={720}>
      <Stack gap="sm">
        <Text size="sm">先下载模板填好，再选文件试读；试读不写入档案。有一行不对就都不导入，改好再选。</Text>
        <Group>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={template.isPending}
            onClick={() => template.mutate({ register })}
          >
            下载模板
          </Button>
          <FileButton accept=".xlsx,.xls,.csv" onChange={choose}>
            {(props) => (
              <Button {...props} loading={look.isPending}>
                选文件试读
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {file?.name}
          </Text>
        </Group>
        <ErrorNotice error={template.error ?? look.error ?? take.error} />
        {found === undefined ? null : (
          <Alert color={found.refused.length === 0 ? 'teal' : 'orange'} p="xs">
            {found.refused.length === 0
              ? `${found.ready} 行都可以导入。`
              : `${found.ready} 行没有问题，${found.refused.length} 行要改。`}
          </Alert>
        )}
        {found === undefined || found.refused.length === 0 ? null : (
          <ScrollArea.Autosize mah={260} type="auto">
            <Table verticalSpacing={3} aria-label="要改的行">
              <Table.Tbody>
                {found.refused.map(({ row, title, reason }) => (
                  <Table.Tr key={row}>
                    <Table.Td w={80}>第 {row} 行</Table.Td>
                    <Table.Td w={180}>{title}</Table.Td>
                    <Table.Td>{reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            关上
          </Button>
          <Button
            disabled={!ready}
            loading={take.isPending}
            onClick={() => file !== null && take.mutate({ register, file, commit: true })}
          >
            导入
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
