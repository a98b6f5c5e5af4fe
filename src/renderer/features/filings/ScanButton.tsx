import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { FilingId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface ScanButtonProps {
  readonly filingId: FilingId;
  readonly label: string;
  /** Put before the file's own name, so that the paper is known by it. */
  readonly calledAs?: string;
  readonly size?: 'compact-sm' | 'sm';
  readonly accept?: string;
  readonly onAttached?: (attachment: Attachment) => void;
}

/** Takes a scan of stamped paper into the archive. */
export const ScanButton = ({
  filingId,
  label,
  calledAs,
  size = 'sm',
  accept = 'application/pdf,image/jpeg,image/png,image/tiff',
  onAttached,
}: ScanButtonProps) => {
  const attach = useMutation(
    useApi().filings.attach.mutationOptions(onAttached === undefined ? {} : { onSuccess: onAttached }),
  );
  const take = (file: File | null): void => {
    if (file === null) return;
    const name = calledAs === undefined ? file.name : `${calledAs}-${file.name}`;
    attach.mutate({ id: filingId, file: new File([file], name, { type: file.type }) });
  };
  return (
    <>
      <FileButton accept={accept} onChange={take}>
        {(props) => (
          <Button
            {...props}
            type="button"
            size={size}
            variant="default"
            fw={400}
            loading={attach.isPending}
            leftSection={<IconPaperclip size={16} stroke={1.6} />}
          >
            {label}
          </Button>
        )}
      </FileButton>
      <ErrorNotice error={attach.error} />
    </>
  );
};
