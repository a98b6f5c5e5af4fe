import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../app/save-file.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface SaveWorkbookButtonProps {
  readonly make: () => Promise<File>;
  readonly disabled: boolean;
}

/** Saves a register as shown: the same filter, the same order. */
export const SaveWorkbookButton = ({ make, disabled }: SaveWorkbookButtonProps) => {
  const { mutate, isPending, error } = useMutation({ mutationFn: make, onSuccess: saveFile });
  return (
    <>
      <ErrorNotice error={error} />
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
        disabled={disabled}
        loading={isPending}
        onClick={() => mutate()}
      >
        导出 Excel
      </Button>
    </>
  );
};
