import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { organizationId } from '../../../shared/domain/ids.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import type { ChosenScans } from './ScanChoice.tsx';

/** A whole ledger, or what has changed since it was sent. */
export type ExportKind = 'ledger' | 'correction';

export interface TravellingScanChoice {
  readonly included: boolean;
  readonly chosen: ChosenScans;
  readonly include: (included: boolean) => void;
  readonly choose: (chosen: ChosenScans) => void;
}

/** What a correction would bring; asked for only where one is wanted. */
export const useCorrectionPreview = (period: PeriodCode, wanted: boolean) =>
  useQuery({
    ...useApi().ledger.correction.queryOptions({ input: { period } }),
    enabled: wanted,
    retry: false,
  });

/** Whose lines a correction brings: until somebody chooses, their scans are those that go with it. */
const useCorrectedOrganizations = (period: PeriodCode, wanted: boolean): ChosenScans => {
  const { data } = useCorrectionPreview(period, wanted);
  const brought = (data?.changes ?? []).filter(({ kind }) => kind !== 'removed');
  return [...new Set(brought.map(({ id }) => id))].flatMap((id) => organizationId.safeParse(id).data ?? []);
};

/** Which scans travel. The bureau has them after a whole ledger: a correction takes none along unless it is told to. */
export const useTravellingScans = (period: PeriodCode, kind: ExportKind): TravellingScanChoice => {
  const [included, setIncluded] = useState({ ledger: true, correction: false });
  const [ofLedger, setOfLedger] = useState<ChosenScans>(null);
  const [ofCorrection, setOfCorrection] = useState<ChosenScans | undefined>(undefined);
  const corrected = useCorrectedOrganizations(period, kind === 'correction');
  return {
    included: included[kind],
    chosen: kind === 'ledger' ? ofLedger : ofCorrection === undefined ? corrected : ofCorrection,
    include: (wanted) => setIncluded({ ...included, [kind]: wanted }),
    choose: kind === 'ledger' ? setOfLedger : setOfCorrection,
  };
};
