import { Button, Group } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ImportRecord, ImportReport } from '../../../shared/domain/workbook-import.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface ReportButtonsProps {
  /** Of a dry run that has not been imported, the upload; afterwards the import. */
  readonly of: Pick<ImportReport, 'uploadId' | 'importId'> | { readonly importId: ImportRecord['id'] };
  readonly refused: number;
}

/** The refused rows to be corrected, and the report of everything that was found; both as workbooks. */
export const ReportButtons = ({ of, refused }: ReportButtonsProps) => {
  const { imports } = useApi();
  const rejects = useMutation(imports.rejects.mutationOptions({ onSuccess: saveFile }));
  const report = useMutation(imports.report.mutationOptions({ onSuccess: saveFile }));
  const input = {
    importId: of.importId,
    uploadId: of.importId === null && 'uploadId' in of ? of.uploadId : null,
  };
  const look = {
    variant: 'default',
    size: 'compact-sm',
    fw: 400,
    leftSection: <IconFileSpreadsheet size={16} stroke={1.6} />,
  } as const;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        {refused === 0 ? null : (
          <Button {...look} loading={rejects.isPending} onClick={() => rejects.mutate(input)}>
            没导入的 {refused} 行
          </Button>
        )}
        <Button {...look} loading={report.isPending} onClick={() => report.mutate(input)}>
          完整报告
        </Button>
      </Group>
      <ErrorNotice error={rejects.error ?? report.error} />
    </>
  );
};
