import { Button, Menu, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../app/save-file.ts';
import { messageOf } from './error-sentence.ts';

interface PrintMenuProps extends ButtonProps {
  readonly label: string;
  readonly make: (format: 'docx' | 'pdf') => Promise<File>;
}

/** A paper to print: as PDF, or as Word. */
export const PrintMenu = ({ label, make, ...look }: PrintMenuProps) => {
  const print = useMutation({
    mutationFn: make,
    onSuccess: saveFile,
    onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} />}
          {...look}
          loading={print.isPending}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => print.mutate('pdf')}>PDF（直接打印）</Menu.Item>
        <Menu.Item onClick={() => print.mutate('docx')}>Word</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
