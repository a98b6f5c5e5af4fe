import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { PaperTarget } from '../../../shared/domain/dossier-file.ts';
import type { InboxItem } from '../../../shared/domain/scan-inbox.ts';
import { useApi } from '../../app/archive-api.tsx';
import { messageOf } from '../../components/error-sentence.ts';

export interface ScanActions {
  readonly busy: boolean;
  /** Why this item was refused where it was last sent; null where it was not. */
  readonly errorOf: (item: InboxItem) => unknown;
  readonly file: (item: InboxItem, target: PaperTarget, then: () => void) => void;
  readonly setAside: (item: InboxItem, then: () => void) => void;
  readonly undo: (item: InboxItem) => void;
  readonly bringBack: (item: InboxItem) => void;
}

const complain = (error: unknown): void => {
  const { happened, next } = messageOf(error);
  notifications.show({ color: 'orange', title: happened, message: next });
};

/** What can be done with a scan; each is taken back with one press. */
export const useScanActions = (): ScanActions => {
  const { scans } = useApi();
  const filing = useMutation(scans.file.mutationOptions());
  const settingAside = useMutation(scans.setAside.mutationOptions({ onError: complain }));
  const undoing = useMutation(scans.undo.mutationOptions({ onError: complain }));
  const bringing = useMutation(scans.bringBack.mutationOptions({ onError: complain }));
  const offer = (item: InboxItem, title: string, takeBack: () => void): void => {
    const notice = `scan-${item.id}`;
    notifications.show({
      id: notice,
      title: `${title}：${item.paper.fileName}`,
      message: (
        <Button
          mt={6}
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(notice);
            takeBack();
          }}
        >
          撤销
        </Button>
      ),
      autoClose: 12_000,
    });
  };
  const undo = ({ id }: InboxItem): void => undoing.mutate({ id });
  const bringBack = ({ id }: InboxItem): void => bringing.mutate({ id });
  return {
    busy: filing.isPending || settingAside.isPending,
    errorOf: ({ id }) => (filing.variables?.id === id ? filing.error : null),
    file: (item, target, then) => {
      if (filing.isPending) return;
      const onSuccess = (): void => {
        offer(item, '已归档', () => undo(item));
        then();
      };
      filing.mutate({ id: item.id, target }, { onSuccess });
    },
    setAside: (item, then) => {
      const onSuccess = (): void => {
        offer(item, '已搁置', () => bringBack(item));
        then();
      };
      settingAside.mutate({ id: item.id }, { onSuccess });
    },
    undo,
    bringBack,
  };
};
