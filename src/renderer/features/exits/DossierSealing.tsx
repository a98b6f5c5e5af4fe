import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { exitKindOf, holdingSeal } from '../../../shared/domain/exit.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DossierSealedContext } from './dossier-sealed.ts';
import { SealBanner } from './SealBanner.tsx';

interface DossierSealingProps {
  readonly dossier: Dossier;
  readonly children: ReactNode;
}

/** Tells everything inside whether the dossier is sealed, and says so above it. */
export const DossierSealing = ({ dossier, children }: DossierSealingProps) => {
  const { id, status } = dossier.organization;
  const { data } = useQuery({
    ...useApi().exits.get.queryOptions({ input: { id } }),
    enabled: exitKindOf(status) !== null,
  });
  const seal = data === undefined ? null : holdingSeal(data);
  return (
    <DossierSealedContext value={seal !== null}>
      {seal === null || !data?.exit ? null : <SealBanner exit={data.exit} seal={seal} />}
      {children}
    </DossierSealedContext>
  );
};
