import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { OrganizationFilter, OrganizationSort } from '../../../shared/contract/organizations.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { messageOf } from '../../components/error-sentence.ts';

interface ExportButtonProps {
  readonly filter: OrganizationFilter;
  readonly sort: OrganizationSort;
  readonly disabled: boolean;
}

/** Saves the list as shown: the same filter, the same order. */
export const ExportButton = ({ filter, sort, disabled }: ExportButtonProps) => {
  const exportList = useMutation(
    useApi().organizations.exportList.mutationOptions({
      onSuccess: saveFile,
      onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
    }),
  );
  return (
    <Button
      variant="default"
      leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
      loading={exportList.isPending}
      disabled={disabled}
      onClick={() => exportList.mutate({ filter, sort })}
    >
      导出 Excel
    </Button>
  );
};
