import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '../../../shared/domain/printing.ts';
import { useApi } from '../../app/archive-api.tsx';

interface QueueState {
  readonly waiting: readonly PrintJob[];
  readonly printed: readonly PrintJob[];
}

/** The print queue and what can be done to it; each answer is the queue as it is then. */
export const usePrintQueue = () => {
  const { printing } = useApi();
  const client = useQueryClient();
  const query = useQuery(printing.queue.queryOptions());
  const onSuccess = ({ waiting, printed }: QueueState): void => {
    client.setQueryData(printing.queue.queryKey(), { waiting: [...waiting], printed: [...printed] });
  };
  const remove = useMutation(printing.remove.mutationOptions({ onSuccess }));
  const arrange = useMutation(printing.arrange.mutationOptions({ onSuccess }));
  const setCopies = useMutation(printing.setCopies.mutationOptions({ onSuccess }));
  const again = useMutation(printing.again.mutationOptions({ onSuccess }));
  const forget = useMutation(printing.forgetPrinted.mutationOptions({ onSuccess }));
  return {
    query,
    waiting: query.data?.waiting ?? [],
    printed: query.data?.printed ?? [],
    remove,
    arrange,
    setCopies,
    again,
    forget,
    error: [remove, arrange, setCopies, again, forget].map(({ error }) => error).find(Boolean) ?? null,
  };
};
