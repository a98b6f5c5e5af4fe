import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';

/** Saves a printer and shows the list as it is then. */
export const useSavePrinter = (onSaved: () => void) => {
  const { printing } = useApi();
  const client = useQueryClient();
  return useMutation(
    printing.savePrinter.mutationOptions({
      onSuccess: (printers) => {
        client.setQueryData(printing.printers.queryKey(), printers);
        onSaved();
      },
    }),
  );
};
