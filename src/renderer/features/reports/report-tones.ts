import type { SurveyRow } from '../../../shared/contract/reports.ts';
import type { ReportPeriodState } from '../../../shared/domain/dossier.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

export const reportPeriodTones: Readonly<Record<ReportPeriodState['state'], StatusTone>> = {
  done: 'good',
  running: 'going',
  due: 'waiting',
  overdue: 'late',
  'not-owed': 'ended',
};

export const followUpTones: Readonly<Record<SurveyRow['followUp'], StatusTone>> = {
  none: 'ended',
  open: 'waiting',
  overdue: 'late',
  done: 'good',
};
