import type { ReportPeriodState } from '../domain/dossier.ts';

export const reportPeriodStateLabels: Readonly<Record<ReportPeriodState['state'], string>> = {
  done: '已报告',
  running: '本期进行中',
  due: '待报告',
  overdue: '逾期未报',
  'not-owed': '本期不需报',
};
