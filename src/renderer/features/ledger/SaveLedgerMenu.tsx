import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { messageOf } from '../../components/error-sentence.ts';

const files = [
  { kind: 'workbook', label: '工作台账（Excel，A3 横向）' },
  { kind: 'candidates', label: '拟登记台账（Excel）' },
  { kind: 'csv', label: '开放数据（CSV）' },
  { kind: 'json', label: '开放数据（JSON）' },
] as const;

/** Saves the ledger as shown, for people and for other programs. */
export const SaveLedgerMenu = ({ period }: { readonly period: PeriodCode }) => {
  const { ledger } = useApi();
  const save = useMutation({
    mutationFn: (make: () => Promise<File>) => make(),
    onSuccess: saveFile,
    onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
          rightSection={<IconChevronDown size={16} />}
          loading={save.isPending}
        >
          导出
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(({ kind, label }) => (
          <Menu.Item key={kind} onClick={() => save.mutate(() => ledger.file.call({ period, kind }))}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item
          onClick={() =>
            save.mutate(() => ledger.paper.call({ kind: 'cover-letter', period, format: 'docx' }))
          }
        >
          报送函（Word）
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
