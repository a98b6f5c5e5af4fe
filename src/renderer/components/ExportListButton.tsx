import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../app/save-file.ts';
import { messageOf } from './error-sentence.ts';

interface ExportListButtonProps {
  /** Makes the workbook of the list as shown. */
  readonly make: () => Promise<File>;
  readonly disabled: boolean;
}

/** Saves a list as shown: the same filter, the same order. */
export const ExportListButton = ({ make, disabled }: ExportListButtonProps) => {
  const exportList = useMutation({
    mutationFn: make,
    onSuccess: saveFile,
    onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
  });
  return (
    <Button
      variant="default"
      flex="none"
      leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
      loading={exportList.isPending}
      disabled={disabled}
      onClick={() => exportList.mutate()}
    >
      导出 Excel
    </Button>
  );
};
