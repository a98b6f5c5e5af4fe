import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { messageOf } from '../../components/error-sentence.ts';

interface PaperButtonProps {
  readonly kind: 'check' | 'cover-letter' | 'office-card' | 'recovery-sheet';
  /** Counts for papers of a period only. */
  readonly period: PeriodCode;
  readonly label: string;
}

/** A paper about the ledger, to print: as PDF, or as Word. */
export const PaperButton = ({ kind, period, label }: PaperButtonProps) => {
  const { ledger } = useApi();
  const make = useMutation({
    mutationFn: (format: 'docx' | 'pdf') => ledger.paper.call({ kind, period, format }),
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
          loading={make.isPending}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => make.mutate('pdf')}>PDF（直接打印）</Menu.Item>
        <Menu.Item onClick={() => make.mutate('docx')}>Word</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
