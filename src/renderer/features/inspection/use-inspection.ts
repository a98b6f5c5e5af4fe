import { useMutation } from '@tanstack/react-query';
import type { InspectionOutcome, InspectionRequest } from '../../../shared/domain/inspection.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { useProgressRun, type ProgressRun } from '../../components/use-progress-run.ts';

export interface Inspection {
  readonly run: ProgressRun<InspectionOutcome>;
  /** The finished dossier is being handed over. */
  readonly saving: boolean;
  readonly saveError: unknown;
  readonly make: (request: InspectionRequest) => void;
}

/** Makes an inspection dossier and saves it piece by piece: it may be larger than one answer can be. */
export const useInspection = (): Inspection => {
  const { inspection } = useApi();
  const take = useMutation({
    mutationFn: async ({ fileId, fileName, byteLength }: InspectionOutcome) => {
      const pieces: File[] = [];
      for (let from = 0; from < byteLength;) {
        const piece = await inspection.take.call({ fileId, from });
        pieces.push(piece);
        from += piece.size;
      }
      saveFile(new File(pieces, fileName, { type: 'application/pdf' }));
    },
  });
  const run = useProgressRun<InspectionOutcome>({ onResult: (outcome) => take.mutate(outcome) });
  return {
    run,
    saving: take.isPending,
    saveError: take.error,
    make: (request) => {
      take.reset();
      void run.start((signal) => inspection.make.call(request, { signal }));
    },
  };
};
