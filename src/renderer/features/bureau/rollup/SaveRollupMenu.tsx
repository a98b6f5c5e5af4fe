import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { PeriodCode } from '../../../../shared/domain/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { messageOf } from '../../../components/error-sentence.ts';

const files = [
  { kind: 'rollup', label: '全区汇总表（Excel）' },
  { kind: 'csv', label: '开放数据（CSV）' },
  { kind: 'json', label: '开放数据（JSON）' },
] as const;

/** Saves the roll-up, for people and for other programs. */
export const SaveRollupMenu = ({ period }: { readonly period: PeriodCode }) => {
  const { bureau } = useApi();
  const save = useMutation({
    mutationFn: (kind: (typeof files)[number]['kind']) => bureau.file.call({ period, kind }),
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
          disabled={period === ''}
          loading={save.isPending}
        >
          导出
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(({ kind, label }) => (
          <Menu.Item key={kind} onClick={() => save.mutate(kind)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
