import {
  timedStage,
  type TimedGroup,
  type TimedStep,
  type TimelinessFilter,
} from '../../shared/contract/timeliness.ts';
import { daysBetween } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { stepDueOn } from '../../shared/domain/filing-state-machine.ts';
import { workingDaysBetween, type WorkingDayCalendar } from '../../shared/domain/working-days.ts';
import { filingKindLabels } from '../../shared/labels/filing.ts';
import { halfYearWords, timedStageLabels } from '../../shared/labels/timeliness.ts';
import type { Reader } from '../db/archive-store.ts';
import { listStandings, type StandingRow } from '../db/repositories/timeliness.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { rulesOn } from './rules.ts';
import { workingCalendar } from './working-calendar.ts';

const halfOf = (day: IsoDate): string => `${day.slice(0, 4)}H${day.slice(5, 7) <= '06' ? 1 : 2}`;

/** The stage with its limit on the day it was reached; null where the rules set none, or it waits and is not late yet. */
const timed = (
  reader: Reader,
  calendar: WorkingDayCalendar,
  today: IsoDate,
  { state, leftOn, ...row }: StandingRow,
): TimedStep | null => {
  const { body } = rulesOn(reader, row.reachedOn);
  const dueOn = stepDueOn(state, row.reachedOn, body, calendar);
  const limit = state === 'applied' ? body.committeeReview : body.streetReview;
  if (dueOn === null) return null;
  if (leftOn === null && today <= dueOn) return null;
  const until = leftOn ?? today;
  return {
    ...row,
    stage: state === 'applied' ? 'committee' : 'street',
    dueOn,
    doneOn: leftOn,
    days:
      limit.unit === 'working'
        ? workingDaysBetween(calendar, row.reachedOn, until)
        : daysBetween(row.reachedOn, until),
    limitDays: limit.days,
    unit: limit.unit,
    inTime: until <= dueOn,
    half: halfOf(until),
  };
};

const stepsOf = (reader: Reader, today: IsoDate): readonly TimedStep[] => {
  const calendar = workingCalendar(reader);
  return listStandings(reader).flatMap((row) => timed(reader, calendar, today, row) ?? []);
};

const matching =
  ({ text, half, communityIds, stage, lateOnly }: TimelinessFilter) =>
  (step: TimedStep): boolean =>
    step.organizationName.includes(text.trim()) &&
    (half === null || step.half === half) &&
    (communityIds.length === 0 || communityIds.includes(step.communityId)) &&
    (stage === null || step.stage === stage) &&
    !(lateOnly && step.inTime);

const groupOf = (
  community: Pick<TimedGroup, 'communityId' | 'communityName' | 'stage'>,
  steps: readonly TimedStep[],
): TimedGroup => {
  const inTime = steps.filter((step) => step.inTime).length;
  const days = steps.map((step) => step.days);
  return {
    ...community,
    count: steps.length,
    inTime,
    share: Math.floor((inTime * 100) / steps.length),
    averageDays: Math.round((days.reduce((sum, each) => sum + each, 0) * 10) / steps.length) / 10,
    longestDays: Math.max(...days),
  };
};

/** All together first, then by community; the stages in their order. */
const groupsOf = (steps: readonly TimedStep[]): readonly TimedGroup[] => {
  const byStage = timedStage.options.map((stage) => ({
    stage,
    of: steps.filter((step) => step.stage === stage),
  }));
  const all = byStage.flatMap(({ stage, of }) =>
    of.length === 0 ? [] : [groupOf({ communityId: null, communityName: '全街道', stage }, of)],
  );
  const communities = [...Map.groupBy(steps, ({ communityId }) => communityId)].flatMap(([communityId, of]) =>
    timedStage.options.flatMap((stage) => {
      const ofStage = of.filter((step) => step.stage === stage);
      const communityName = of[0]?.communityName ?? '';
      return ofStage.length === 0 ? [] : [groupOf({ communityId, communityName, stage }, ofStage)];
    }),
  );
  return [...all, ...communities.toSorted((one, other) => one.share - other.share)];
};

/** How long filings took against the limits of the rules of their day (FEATURES A22). */
export const readTimeliness = (
  { store, ports }: OpenArchive,
  { offset, limit, ...filter }: TimelinessFilter & { readonly offset: number; readonly limit: number },
) =>
  store.read((reader) => {
    const all = stepsOf(reader, ports.clock.today());
    const shown = all.filter(matching(filter));
    return {
      halves: [...new Set(all.map(({ half }) => half))].toSorted().toReversed(),
      // Shares are of all that a stage did, however the list below is narrowed to what was late.
      groups: groupsOf(all.filter(matching({ ...filter, lateOnly: false }))),
      rows: shown.slice(offset, offset + limit),
      total: shown.length,
    };
  });

const columns: readonly ListColumn<TimedStep>[] = [
  { header: '半年', width: 14, value: ({ half }) => halfYearWords(half) },
  { header: '社区', width: 14, value: ({ communityName }) => communityName },
  { header: '组织名称', width: 28, value: ({ organizationName }) => organizationName },
  { header: '事项', width: 12, value: ({ filingKind }) => filingKindLabels[filingKind] },
  { header: '环节', width: 16, value: ({ stage }) => timedStageLabels[stage] },
  { header: '收到日期', width: 12, value: ({ reachedOn }) => reachedOn },
  { header: '期限', width: 12, value: ({ dueOn }) => dueOn },
  { header: '办结日期', width: 12, value: ({ doneOn }) => doneOn ?? '' },
  { header: '用时（天）', width: 10, value: ({ days }) => days },
  { header: '时限（天）', width: 10, value: ({ limitDays }) => limitDays },
  { header: '计日', width: 10, value: ({ unit }) => (unit === 'working' ? '工作日' : '自然日') },
  { header: '按时', width: 8, value: ({ inTime }) => (inTime ? '是' : '否') },
];

export const exportTimeliness = async (archive: OpenArchive, filter: TimelinessFilter): Promise<File> =>
  exportedList(archive, {
    name: '备案办理时限统计',
    sheetName: '办理时限',
    columns,
    rows: await archive.store.read((reader) =>
      stepsOf(reader, archive.ports.clock.today()).filter(matching(filter)),
    ),
  });
