import {
  decisionRow,
  followUpRow,
  surveyRow,
  type DecisionFilter,
  type DecisionRow,
  type FollowUpFilter,
  type FollowUpRow,
  type SurveyFilter,
  type SurveyRow,
  type SurveySort,
} from '../../shared/contract/reports.ts';
import { daysBetween } from '../../shared/domain/calendar-days.ts';
import { evaluatorGroup, surveyResult, type SurveyContent } from '../../shared/domain/survey.ts';
import { decisionUseLabels } from '../../shared/labels/dossier-record.ts';
import { evaluatorGroupLabels, followUpLabels } from '../../shared/labels/survey.ts';
import {
  countDecisions,
  countFollowUps,
  countSurveys,
  listDecisions,
  listFollowUps,
  listSurveys,
  type FollowUpRecord,
  type SurveyListRecord,
} from '../db/repositories/survey-lists.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';

interface Page<Filter> {
  readonly filter: Filter;
  readonly offset: number;
  readonly limit: number;
}
interface PageOf<Row> {
  readonly rows: Row[];
  readonly total: number;
}
const all = { offset: 0, limit: -1 } as const;

const followUpStanding = ({ followUp }: SurveyContent, today: string): SurveyRow['followUp'] => {
  if (followUp === null) return 'none';
  if (followUp.closedOn !== null) return 'done';
  return followUp.dueOn < today ? 'overdue' : 'open';
};

/** A survey that is still being counted shows its ballots, and no figure that may yet change. */
const toSurveyRow = ({ content, ...row }: SurveyListRecord, today: string): SurveyRow => {
  const { groups, rate, score, low } = surveyResult(content);
  const counted = content.closedOn !== null;
  const shown = (value: number | null): number | null => (counted ? value : null);
  const figuresOf = (group: keyof typeof groups) => ({
    rate: shown(groups[group].rate),
    score: shown(groups[group].score),
  });
  return surveyRow.parse({
    ...row,
    closedOn: content.closedOn,
    valid: evaluatorGroup.options.reduce((sum, group) => sum + groups[group].valid, 0),
    groups: {
      committees: figuresOf('committees'),
      residents: figuresOf('residents'),
      units: figuresOf('units'),
    },
    rate: shown(rate),
    score: shown(score),
    low: counted && low,
    tooFew: counted && evaluatorGroup.options.some((group) => groups[group].tooFew),
    followUp: followUpStanding(content, today),
  });
};

/** Surveys of the street with their results. */
export const readSurveys = (
  { store, ports }: OpenArchive,
  { filter, sort, ...span }: Page<SurveyFilter> & { readonly sort: SurveySort },
): Promise<PageOf<SurveyRow>> =>
  store.read((reader) => ({
    rows: listSurveys(reader, filter, sort, span).map((record) => toSurveyRow(record, ports.clock.today())),
    total: countSurveys(reader, filter),
  }));

const percent = (value: number | null): string => (value === null ? '' : `${value}%`);
const numberOr = (value: number | null): string | number => value ?? '';

const surveyColumns: readonly ListColumn<SurveyRow>[] = [
  { header: '社区', width: 16, value: (row) => row.communityName },
  { header: '组织名称', width: 30, value: (row) => row.organizationName },
  { header: '测评', width: 20, value: (row) => row.title },
  { header: '开始日期', width: 12, value: (row) => row.occurredOn },
  { header: '结束日期', width: 12, value: (row) => row.closedOn ?? '未结束' },
  { header: '有效票', width: 8, value: (row) => row.valid },
  ...evaluatorGroup.options.map((group): ListColumn<SurveyRow> => ({
    header: `${evaluatorGroupLabels[group]}满意率`,
    width: 11,
    value: (row) => percent(row.groups[group].rate),
  })),
  { header: '总满意率', width: 10, value: (row) => percent(row.rate) },
  { header: '得分', width: 8, value: (row) => numberOr(row.score) },
  { header: '低分', width: 6, value: (row) => (row.low ? '是' : '') },
  { header: '样本偏少', width: 9, value: (row) => (row.tooFew ? '是' : '') },
  { header: '整改', width: 10, value: (row) => followUpLabels[row.followUp] },
  { header: '结果运用', width: 9, value: (row) => row.decisions },
];

export const exportSurveys = async (
  archive: OpenArchive,
  { filter, sort }: { readonly filter: SurveyFilter; readonly sort: SurveySort },
): Promise<File> => {
  const { rows } = await readSurveys(archive, { filter, sort, ...all });
  return exportedList(archive, {
    name: '满意度测评结果',
    sheetName: '测评结果',
    columns: surveyColumns,
    rows,
  });
};

/** Decisions of the street, each with the survey it cites: the list for the district (FEATURES D8). */
export const readDecisions = (
  { store }: OpenArchive,
  { filter, ...span }: Page<DecisionFilter>,
): Promise<PageOf<DecisionRow>> =>
  store.read((reader) => ({
    rows: listDecisions(reader, filter, span).map((row) => decisionRow.parse(row)),
    total: countDecisions(reader, filter),
  }));

const decisionColumns: readonly ListColumn<DecisionRow>[] = [
  { header: '决定日期', width: 12, value: (row) => row.occurredOn },
  { header: '社区', width: 16, value: (row) => row.communityName },
  { header: '组织名称', width: 30, value: (row) => row.organizationName },
  { header: '运用', width: 14, value: (row) => decisionUseLabels[row.use] },
  { header: '决定事项', width: 26, value: (row) => row.title },
  { header: '决定单位', width: 18, value: (row) => row.decidedBy },
  { header: '金额（元）', width: 12, value: (row) => numberOr(row.amountYuan) },
  { header: '依据的测评', width: 22, value: (row) => row.surveyTitle },
  { header: '测评结束日期', width: 12, value: (row) => row.surveyClosedOn ?? '' },
  { header: '满意率', width: 9, value: (row) => percent(row.rate) },
  { header: '得分', width: 8, value: (row) => numberOr(row.score) },
  { header: '测评编号', width: 38, value: (row) => row.surveyId },
];

export const exportDecisions = async (archive: OpenArchive, filter: DecisionFilter): Promise<File> => {
  const { rows } = await readDecisions(archive, { filter, ...all });
  return exportedList(archive, {
    name: '测评结果运用清单',
    sheetName: '结果运用',
    columns: decisionColumns,
    rows,
  });
};

const toFollowUp = (record: FollowUpRecord, today: string): FollowUpRow => {
  const overdue = record.closedOn === null && record.dueOn < today;
  return followUpRow.parse({ ...record, overdueDays: overdue ? daysBetween(record.dueOn, today) : 0 });
};

/** What is being done about low scores (FEATURES D9). */
export const readFollowUps = (
  { store, ports }: OpenArchive,
  { filter, ...span }: Page<FollowUpFilter>,
): Promise<PageOf<FollowUpRow>> =>
  store.read((reader) => ({
    rows: listFollowUps(reader, filter, span).map((record) => toFollowUp(record, ports.clock.today())),
    total: countFollowUps(reader, filter),
  }));

const followUpColumns: readonly ListColumn<FollowUpRow>[] = [
  { header: '社区', width: 16, value: (row) => row.communityName },
  { header: '组织名称', width: 30, value: (row) => row.organizationName },
  { header: '测评', width: 20, value: (row) => row.surveyTitle },
  { header: '得分', width: 8, value: (row) => numberOr(row.score) },
  { header: '整改措施', width: 40, value: (row) => row.measures },
  { header: '期限', width: 12, value: (row) => row.dueOn },
  { header: '逾期天数', width: 9, value: (row) => (row.overdueDays === 0 ? '' : row.overdueDays) },
  { header: '办结日期', width: 12, value: (row) => row.closedOn ?? '' },
  { header: '办结情况', width: 40, value: (row) => row.outcome ?? '' },
];

export const exportFollowUps = async (archive: OpenArchive, filter: FollowUpFilter): Promise<File> => {
  const { rows } = await readFollowUps(archive, { filter, ...all });
  return exportedList(archive, {
    name: '低分整改清单',
    sheetName: '低分整改',
    columns: followUpColumns,
    rows,
  });
};
