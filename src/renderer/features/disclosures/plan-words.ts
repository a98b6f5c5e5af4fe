import type { PlannedDisclosureState } from '../../../shared/domain/disclosure.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

type PlanState = PlannedDisclosureState['state'];

export const planStateLabels: Readonly<Record<PlanState, string>> = {
  done: '已公开',
  running: '未到期',
  due: '该公开了',
  overdue: '逾期',
  'not-owed': '不要求',
};

export const planStateTones: Readonly<Record<PlanState, StatusTone>> = {
  done: 'good',
  running: 'going',
  due: 'waiting',
  overdue: 'late',
  'not-owed': 'ended',
};
