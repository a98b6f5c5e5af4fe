import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import type { ReceivedPackageId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import type { ReturnReason } from './return-reasons.ts';

export interface Answer {
  readonly outcome: 'accepted' | 'returned';
  readonly reasons: readonly ReturnReason[];
  readonly decidedBy: string;
}

/** Saves the receipt of a package, to be handed to the street. */
export const useSaveReceipt = () => {
  const { bureau } = useApi();
  return useMutation({
    mutationFn: (id: ReceivedPackageId) => bureau.receiptFile.call({ id }),
    onSuccess: saveFile,
  });
};

/** Answers a package and saves the signed receipt. */
export const useAnswer = (onAnswered: (answered: ReceivedPackage) => void) => {
  const { bureau } = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, answer }: { readonly id: ReceivedPackageId; readonly answer: Answer }) => {
      const answered = await bureau.answer.call({
        id,
        outcome: answer.outcome,
        reasons: answer.reasons.map(({ organizationId, text }) => ({ organizationId, text: text.trim() })),
        decidedBy: answer.decidedBy,
      });
      return { answered, file: await bureau.receiptFile.call({ id }) };
    },
    onSuccess: async ({ answered, file }) => {
      saveFile(file);
      await queryClient.invalidateQueries();
      onAnswered(answered);
    },
  });
};
