import { Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconStackPush } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { PaperMark } from '../../../shared/domain/issued-paper.ts';
import type { LabelChoice } from '../../../shared/domain/label-sheet.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { messageOf } from '../../components/error-sentence.ts';

interface AddToQueueButtonProps {
  readonly kind: DocumentKind;
  readonly subjectIds: readonly string[];
  readonly mark?: PaperMark | null;
  readonly labels?: LabelChoice | null;
  readonly disabled?: boolean;
}

const Added = ({ added, waiting }: { readonly added: number; readonly waiting: number }) => (
  <>
    {added === 0 ? '这些已经在打印队列里。' : `加入了 ${added} 份，队列里共 ${waiting} 项。`}
    <Anchor href={`#${paths.printCentre()}`} size="sm">
      去打印队列 ›
    </Anchor>
  </>
);

const tellAdded = (added: number, waiting: number): void => {
  notifications.show({ message: <Added added={added} waiting={waiting} /> });
};

/** Lets papers wait in the queue, to be printed with others. */
export const AddToQueueButton = ({
  kind,
  subjectIds,
  mark = null,
  labels = null,
  disabled = false,
}: AddToQueueButtonProps) => {
  const { printing } = useApi();
  const client = useQueryClient();
  const add = useMutation(
    printing.add.mutationOptions({
      onSuccess: ({ added, waiting, printed }) => {
        client.setQueryData(printing.queue.queryKey(), { waiting, printed });
        tellAdded(added, waiting.length);
      },
      onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
    }),
  );
  return (
    <Button
      variant="default"
      leftSection={<IconStackPush size={18} stroke={1.6} />}
      disabled={disabled || subjectIds.length === 0}
      loading={add.isPending}
      onClick={() => add.mutate({ kind, subjectIds: [...subjectIds], mark, labels })}
    >
      加入打印队列
    </Button>
  );
};
