import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus, IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { RulePack } from '../../../../shared/domain/rule-pack.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

/** Rules travel between offices as a file, and so does the calendar of working days that the state gives out each year. */
export const RulePackFiles = ({ pack }: { readonly pack: RulePack }) => {
  const { rules } = useApi();
  const exportFile = useMutation(rules.exportFile.mutationOptions({ onSuccess: saveFile }));
  const importFile = useMutation(rules.importFile.mutationOptions());
  const importCalendar = useMutation(rules.importCalendar.mutationOptions());
  const calendar = importCalendar.data;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconDownload size={17} stroke={1.6} />}
          loading={exportFile.isPending}
          onClick={() => exportFile.mutate({ id: pack.id })}
        >
          导出现行规则
        </Button>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => file !== null && importFile.mutate({ file })}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconUpload size={17} stroke={1.6} />}
              loading={importFile.isPending}
            >
              导入规则文件
            </Button>
          )}
        </FileButton>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => file !== null && importCalendar.mutate({ file })}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconCalendarPlus size={17} stroke={1.6} />}
              loading={importCalendar.isPending}
            >
              导入工作日历
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="sm" c="dimmed" aria-live="polite">
        {importFile.data === undefined
          ? ''
          : `已导入“${importFile.data.body.name}”，${importFile.data.validFrom} 起执行。`}
        {calendar === undefined ? '' : `已导入 ${calendar.year} 年工作日历，共 ${calendar.days} 天调整。`}
        {importFile.data === undefined && calendar === undefined
          ? '节假日和调休按国务院办公厅每年的通知，年底导入下一年的日历文件。'
          : ''}
      </Text>
      <ErrorNotice error={exportFile.error ?? importFile.error ?? importCalendar.error} />
    </Stack>
  );
};
