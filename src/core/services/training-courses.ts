import type { TrainingCourseId } from '../../shared/domain/ids.ts';
import { trainingCourseId } from '../../shared/domain/ids.ts';
import {
  trainingMeans,
  type TrainingCourseInput,
  type TrainingCourseRow,
  type TrainingMeans,
} from '../../shared/domain/training.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  hoursWord,
  traineeGroupLabels,
  trainingMeansLabels,
  trainingTopicWord,
  yuanWord,
} from '../../shared/labels/training.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  deleteCourse,
  getCourse,
  listCourses,
  listSessions,
  listTrainingYears,
  saveCourse,
} from '../db/repositories/training-sessions.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';

export const readTrainingYears = ({ store, ports }: OpenArchive): Promise<number[]> =>
  store.read((reader) => {
    const thisYear = Number(ports.clock.today().slice(0, 4));
    return [...new Set([thisYear, ...listTrainingYears(reader)])].toSorted((one, other) => other - one);
  });

export interface MeansCost {
  readonly means: TrainingMeans;
  readonly sessions: number;
  readonly cost: number;
}

/** What the held sessions of a year cost, by means (policy Art. 8), those without a course too. */
export const costsOf = (reader: Reader, year: number): readonly MeansCost[] => {
  const held = listSessions(reader, { from: `${year}-01-01`, to: `${year}-12-31`, courseId: null }).filter(
    ({ state }) => state === 'held',
  );
  return trainingMeans.options.flatMap((means) => {
    const own = held.filter((session) => session.means === means);
    const cost = own.reduce((sum, session) => sum + session.cost, 0);
    return own.length === 0 ? [] : [{ means, sessions: own.length, cost }];
  });
};

/** The plan of a year, what became of each line, and what it cost. */
export const readCourses = (
  { store }: OpenArchive,
  year: number,
): Promise<{ readonly rows: TrainingCourseRow[]; readonly costs: MeansCost[] }> =>
  store.read((reader) => ({ rows: [...listCourses(reader, year)], costs: [...costsOf(reader, year)] }));

/** @throws CodedError NOT_FOUND `training-course` */
export const keepCourse = (
  { store, ports }: OpenArchive,
  input: { readonly id: TrainingCourseId | null; readonly course: TrainingCourseInput },
): Promise<{ readonly id: TrainingCourseId }> =>
  store.write((writer) => {
    if (input.id !== null && getCourse(writer, input.id) === null)
      throw new CodedError('NOT_FOUND', { what: 'training-course' });
    const id = input.id ?? trainingCourseId.parse(ports.random.id());
    saveCourse(writer, id, input.course, ports.clock.instant());
    return { id };
  });

/** @throws CodedError NOT_FOUND; CONFLICT `training-course` where sessions or certificates rest on it */
export const removeCourse = ({ store }: OpenArchive, id: TrainingCourseId): Promise<void> =>
  store.write((writer) => {
    if (getCourse(writer, id) === null) throw new CodedError('NOT_FOUND', { what: 'training-course' });
    if (!deleteCourse(writer, id)) throw new CodedError('CONFLICT', { what: 'training-course' });
  });

const columns: readonly ListColumn<TrainingCourseRow>[] = [
  { header: '月份', width: 8, value: ({ month }) => (month === null ? '' : `${month} 月`) },
  { header: '课程', width: 34, value: ({ title }) => title },
  { header: '主题', width: 14, value: ({ topic }) => trainingTopicWord(topic) },
  {
    header: '培训对象',
    width: 34,
    value: ({ groups }) => groups.map((group) => traineeGroupLabels[group]).join('、'),
  },
  { header: '方式', width: 14, value: ({ means }) => trainingMeansLabels[means] },
  { header: '计划场次', width: 9, value: ({ plannedSessions }) => plannedSessions },
  { header: '计划学时', width: 9, value: ({ plannedMinutes }) => Number(hoursWord(plannedMinutes)) },
  { header: '计划经费（元）', width: 14, value: ({ plannedCost }) => Number(yuanWord(plannedCost)) },
  { header: '已办场次', width: 9, value: ({ held }) => held },
  { header: '参训人次', width: 9, value: ({ participants }) => participants },
  { header: '实际经费（元）', width: 14, value: ({ cost }) => Number(yuanWord(cost)) },
  { header: '备注', width: 24, value: ({ note }) => note ?? '' },
];

export const exportCourses = async (archive: OpenArchive, year: number): Promise<File> =>
  exportedList(archive, {
    name: `${year}年培训计划`,
    sheetName: '培训计划',
    columns,
    rows: await archive.store.read((reader) => listCourses(reader, year)),
  });
