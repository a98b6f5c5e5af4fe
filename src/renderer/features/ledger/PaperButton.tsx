import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { PrintMenu } from '../../components/PrintMenu.tsx';

interface PaperButtonProps {
  readonly kind: 'check' | 'cover-letter' | 'office-card' | 'recovery-sheet';
  /** Counts for papers of a period only. */
  readonly period: PeriodCode;
  readonly label: string;
}

/** A paper about the ledger, to print. */
export const PaperButton = ({ kind, period, label }: PaperButtonProps) => {
  const { ledger } = useApi();
  return <PrintMenu label={label} make={(format) => ledger.paper.call({ kind, period, format })} />;
};
