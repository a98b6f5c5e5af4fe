import {
  planRow,
  type CommunityPlan,
  type PlanFilter,
  type PlanRow,
  type StreetPeriod,
} from '../../shared/contract/reports.ts';
import { daysBetween } from '../../shared/domain/calendar-days.ts';
import {
  recentReportPeriods,
  reportPeriod,
  reportPeriodStanding,
  type ReportPeriod,
} from '../../shared/domain/report-plan.ts';
import { CodedError } from '../../shared/errors.ts';
import { reportPeriodStateLabels } from '../../shared/labels/report-plan.ts';
import type { Reader } from '../db/archive-store.ts';
import { countPlan, listPlan, planByCommunity, type PlanRecord } from '../db/repositories/report-plan.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { rulesOn } from './rules.ts';

const everybody: Omit<PlanFilter, 'period'> = { text: '', communityIds: [], reported: null };

const periodOf = (reader: Reader, code: string, today: string): ReportPeriod => {
  const period = reportPeriod(code, rulesOn(reader, today).body);
  if (period === null) throw new CodedError('PERIOD_UNKNOWN', { period: code });
  return period;
};

/** Periods of the last year and a half over the whole street, newest first; none where the rules ask for no report. */
export const readStreetPeriods = ({ store, ports }: OpenArchive): Promise<StreetPeriod[]> =>
  store.read((reader) => {
    const today = ports.clock.today();
    return recentReportPeriods(today, rulesOn(reader, today).body).map((period) => {
      const owed = countPlan(reader, period, everybody);
      const reported = countPlan(reader, period, { ...everybody, reported: true });
      const { code, label, endsOn, dueOn } = period;
      const all = { today, reported: owed > 0 && owed === reported, owes: owed > 0 };
      return { code, label, endsOn, dueOn, state: reportPeriodStanding(period, all), owed, reported };
    });
  });

/** How far each community is with a period. @throws CodedError PERIOD_UNKNOWN */
export const readCommunityPlans = ({ store, ports }: OpenArchive, code: string): Promise<CommunityPlan[]> =>
  store.read((reader) => [...planByCommunity(reader, periodOf(reader, code, ports.clock.today()))]);

const toRow = (record: PlanRecord, period: ReportPeriod, today: string): PlanRow => {
  const state = reportPeriodStanding(period, { today, reported: record.reportId !== null, owes: true });
  const overdueDays = state === 'overdue' ? daysBetween(period.dueOn, today) : 0;
  return planRow.parse({ ...record, state, overdueDays });
};

/** Who has reported for a period and who has not, by community. @throws CodedError PERIOD_UNKNOWN */
export const readPlan = (
  { store, ports }: OpenArchive,
  { filter, ...span }: { readonly filter: PlanFilter; readonly offset: number; readonly limit: number },
): Promise<{ rows: PlanRow[]; total: number }> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const period = periodOf(reader, filter.period, today);
    return {
      rows: listPlan(reader, period, filter, span).map((record) => toRow(record, period, today)),
      total: countPlan(reader, period, filter),
    };
  });

const columns: readonly ListColumn<PlanRow>[] = [
  { header: '社区', width: 16, value: (row) => row.communityName },
  { header: '组织名称', width: 30, value: (row) => row.organizationName },
  { header: '负责人', width: 10, value: (row) => row.responsiblePersonName ?? '' },
  { header: '报告情况', width: 10, value: (row) => reportPeriodStateLabels[row.state] },
  { header: '报告日期', width: 12, value: (row) => row.reportedOn ?? '' },
  { header: '逾期天数', width: 9, value: (row) => (row.overdueDays === 0 ? '' : row.overdueDays) },
];

/** The list as shown, as a workbook. @throws CodedError PERIOD_UNKNOWN */
export const exportPlan = async (archive: OpenArchive, filter: PlanFilter): Promise<File> => {
  const { rows } = await readPlan(archive, { filter, offset: 0, limit: -1 });
  const { label } = await archive.store.read((reader) =>
    periodOf(reader, filter.period, archive.ports.clock.today()),
  );
  return exportedList(archive, { name: `向两委报告情况_${label}`, sheetName: '向两委报告', columns, rows });
};
