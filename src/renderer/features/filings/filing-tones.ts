import type { FilingState } from '../../../shared/domain/filing.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

export const filingTones: Readonly<Record<FilingState, StatusTone>> = {
  preparing: 'waiting',
  applied: 'going',
  returned: 'waiting',
  'not-forwarded': 'ended',
  'committee-passed': 'going',
  refused: 'ended',
  'street-agreed': 'going',
  'on-notice': 'going',
  objected: 'late',
  'notice-cleared': 'good',
  filed: 'good',
  dissolved: 'ended',
  withdrawn: 'ended',
};
