import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** A scan by its name; saves it to be looked at. */
export const ScanLink = ({ attachment }: { readonly attachment: Attachment }) => {
  const open = useMutation(useApi().filings.attachmentFile.mutationOptions({ onSuccess: saveFile }));
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        disabled={open.isPending}
        onClick={() => open.mutate({ attachmentId: attachment.id })}
      >
        {attachment.fileName}
      </Anchor>
      <ErrorNotice error={open.error} />
    </>
  );
};
