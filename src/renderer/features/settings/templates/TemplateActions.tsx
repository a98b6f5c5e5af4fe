import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { DocumentKind } from '../../../../shared/domain/document.ts';
import type { OfficeTemplateVersion } from '../../../../shared/domain/office-template.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { TemplateCheck } from './TemplateCheck.tsx';

interface TemplateActionsProps {
  readonly kind: DocumentKind;
  readonly inForce: OfficeTemplateVersion | null;
}

/** What is said where an own template is in force: what it is used for, and what it is not. */
const standing = (inForce: OfficeTemplateVersion | null): string =>
  inForce === null
    ? '现在使用内置版式。模板里的 {名称} 会换成事实，请保留括号；表格里 {#成员} 到 {/成员} 的一行，有几个人就印几行；{#存档}…{/存档} 只在有内容时出现。'
    : `第 ${inForce.version} 版正在使用：做 Word 文件时按它填写。预览和 PDF 仍是内置版式。模板填不下的（措辞不同、行数更多）自动用内置版式，不会漏项。自有模板不带扫描归档码；要套印章图片、编号打印或者标明草稿时用内置版式。`;

export const TemplateActions = ({ kind, inForce }: TemplateActionsProps) => {
  const { templates } = useApi();
  const download = useMutation(templates.exportFile.mutationOptions({ onSuccess: saveFile }));
  const upload = useMutation(templates.importFile.mutationOptions());
  const withdraw = useMutation(templates.withdraw.mutationOptions());
  return (
    <Stack gap="sm">
      <Text size="sm">{standing(inForce)}</Text>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={download.isPending}
          onClick={() => download.mutate({ kind })}
        >
          导出模板
        </Button>
        <FileButton accept=".docx" onChange={(file) => file !== null && upload.mutate({ kind, file })}>
          {(props) => (
            <Button
              {...props}
              variant="light"
              leftSection={<IconUpload size={18} />}
              loading={upload.isPending}
            >
              导入模板
            </Button>
          )}
        </FileButton>
        {inForce === null ? null : (
          <Button
            variant="subtle"
            color="red.8"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ kind })}
          >
            停用，改回内置
          </Button>
        )}
      </Group>
      <ErrorNotice error={download.error ?? upload.error ?? withdraw.error} />
      {upload.data === undefined ? null : <TemplateCheck result={upload.data} />}
    </Stack>
  );
};
