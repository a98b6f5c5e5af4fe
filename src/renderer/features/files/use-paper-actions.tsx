import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { DossierFile } from '../../../shared/domain/dossier-file.ts';
import { useApi } from '../../app/archive-api.tsx';
import { messageOf } from '../../components/error-sentence.ts';

export interface PaperActions {
  readonly addVersion: (file: DossierFile, chosen: File) => void;
  /** Puts it into the recycle bin; the notice that says so takes it back with one press. */
  readonly remove: (file: DossierFile) => void;
}

const complain = (error: unknown): void => {
  const { happened, next } = messageOf(error);
  notifications.show({ color: 'orange', title: happened, message: next });
};

export const usePaperActions = (): PaperActions => {
  const { files } = useApi();
  const restore = useMutation(files.restore.mutationOptions({ onError: complain }));
  const remove = useMutation(files.remove.mutationOptions({ onError: complain }));
  const add = useMutation(files.add.mutationOptions({ onError: complain }));
  const offerUndo = ({ id, title }: DossierFile): void => {
    const notice = `removed-${id}`;
    const undo = (): void => {
      notifications.hide(notice);
      restore.mutate({ id });
    };
    notifications.show({
      id: notice,
      title: `已移到回收站：${title}`,
      message: (
        <Button mt={6} size="compact-sm" variant="light" onClick={undo}>
          撤销删除
        </Button>
      ),
      autoClose: 12_000,
    });
  };
  return {
    addVersion: (file, chosen) =>
      add.mutate(
        { target: { to: 'version', fileId: file.id, note: null }, file: chosen, evenIfSame: false },
        {
          onSuccess: ({ same }) =>
            notifications.show(
              same !== null && same.organizationId === file.organizationId
                ? { color: 'orange', message: `没有存：本档案已有同样的文件（${same.title}）。` }
                : { message: `已存为“${file.title}”的新版本，旧版本还在。` },
            ),
        },
      ),
    remove: (file) => remove.mutate({ id: file.id }, { onSuccess: () => offerUndo(file) }),
  };
};
