import { notifications } from '@mantine/notifications';
import type { AttachmentId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { messageOf } from '../../../components/error-sentence.ts';

/** Saves a paper's bytes as they came in; nothing in the archive changes, so nothing is read again. */
export const useSaveAttachment = (): ((attachmentId: AttachmentId) => void) => {
  const api = useApi();
  return (attachmentId) =>
    void api.files.file.call({ attachmentId }).then(saveFile, (error: unknown) => {
      const { happened, next } = messageOf(error);
      notifications.show({ color: 'orange', title: happened, message: next });
    });
};
