import type { FilingState } from '../../../shared/domain/filing.ts';
import { filingStateLabels } from '../../../shared/labels/filing.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { filingTones } from './filing-tones.ts';

export const FilingStateBadge = ({ state }: { readonly state: FilingState }) => (
  <StatusBadge tone={filingTones[state]}>{filingStateLabels[state]}</StatusBadge>
);
