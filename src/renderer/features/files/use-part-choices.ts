import { useQuery } from '@tanstack/react-query';
import type { FilePart } from '../../../shared/domain/dossier-file.ts';
import { dossierPart } from '../../../shared/domain/dossier.ts';
import { dossierPartLabels } from '../../../shared/labels/dossier.ts';
import { useApi } from '../../app/archive-api.tsx';

export interface PartChoice {
  readonly value: FilePart;
  readonly label: string;
  /** Kept for what is in it, but offered no more. */
  readonly retired: boolean;
}

const fiveParts: readonly PartChoice[] = dossierPart.options.map((value) => ({
  value,
  label: dossierPartLabels[value],
  retired: false,
}));

/** The five parts of policy Art. 2 and those that the office has added, retired ones as well. */
export const useAllParts = (): readonly PartChoice[] => {
  const { data: own = [] } = useQuery(useApi().files.parts.queryOptions());
  return [...fiveParts, ...own.map(({ id, name, retired }) => ({ value: id, label: name, retired }))];
};

/** The parts that papers may be put into. */
export const usePartChoices = (): readonly PartChoice[] => useAllParts().filter(({ retired }) => !retired);
