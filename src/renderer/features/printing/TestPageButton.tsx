import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconRulerMeasure } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import type { Printer } from '../../../shared/domain/printing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { messageOf } from '../../components/error-sentence.ts';

const pages = [
  { label: 'A4 测试页', sheet: 'a4', corrected: false },
  { label: 'A4 测试页，校准后再看', sheet: 'a4', corrected: true },
  { label: 'A3 测试页', sheet: 'a3', corrected: false },
  { label: 'B5 测试页', sheet: 'b5', corrected: false },
] as const;

/** Prints the grid that a printer is measured by, or saves it where papers are not sent. */
export const TestPageButton = ({ printer }: { readonly printer: Printer }) => {
  const { printing } = useApi();
  const { data: way } = useQuery(printing.way.queryOptions());
  const direct = way !== undefined && way.way !== 'file';
  const make = useMutation(
    printing.testPage.mutationOptions({
      onSuccess: (file) => {
        if (file === null) notifications.show({ message: '测试页已送打印机。' });
        else saveFile(file);
      },
      onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
    }),
  );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={make.isPending}
          leftSection={<IconRulerMeasure size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          打印测试页
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ label, sheet, corrected }) => (
          <Menu.Item
            key={label}
            onClick={() => make.mutate({ printerId: printer.id, corrected, sheet, direct })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
