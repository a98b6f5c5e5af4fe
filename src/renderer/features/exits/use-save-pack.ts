import { useMutation } from '@tanstack/react-query';
import type { ExitPack } from '../../../shared/domain/exit-pack.ts';
import type { Filing } from '../../../shared/domain/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import type { ExitPackState } from './exit-pack-lines.ts';

export interface ExitPackFormProps {
  readonly filing: Filing;
  readonly state: ExitPackState;
  readonly onClose: () => void;
}

/** Saves one part of a pack; the others stay. */
export const useSavePack = ({ filing, state, onClose }: ExitPackFormProps) => {
  const save = useMutation(useApi().exits.savePack.mutationOptions({ onSuccess: onClose }));
  return {
    save: (part: Partial<ExitPack>): void => {
      if (!save.isPending) save.mutate({ id: filing.id, pack: { ...state.pack, ...part } });
    },
    saving: save.isPending,
    error: save.error,
  };
};
