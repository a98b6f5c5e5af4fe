import type { TraineeFilter } from '../../shared/contract/trainees.ts';
import type { TraineeRow } from '../../shared/domain/trainee.ts';
import {
  hoursWord,
  rotationStandingLabels,
  staySourceLabels,
  traineeGroupLabels,
} from '../../shared/labels/training.ts';
import { listFile } from '../interchange/list-file.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { poolOf, traineeRowOf } from './trainees.ts';

const joined = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null && word !== ''))].join('、');

/** Columns that a list of trainees is exported with; the first ones are also what the staff list is imported from. */
export const traineeColumns: readonly ListColumn<TraineeRow>[] = [
  { header: '姓名', width: 12, value: ({ name }) => name },
  {
    header: '对象类别',
    width: 26,
    value: ({ stays }) => joined(stays.map(({ group }) => traineeGroupLabels[group])),
  },
  {
    header: '社区',
    width: 16,
    value: ({ stays }) => joined(stays.map(({ communityName }) => communityName ?? '街道本级')),
  },
  { header: '单位', width: 28, value: ({ stays }) => joined(stays.map(({ unit }) => unit)) },
  {
    header: '来源',
    width: 12,
    value: ({ stays }) => joined(stays.map(({ source }) => staySourceLabels[source])),
  },
  { header: '证件号码', width: 22, value: ({ maskedIdentityNumber }) => maskedIdentityNumber ?? '' },
  { header: '电话', width: 16, value: ({ maskedPhone }) => maskedPhone ?? '' },
  { header: '本期学时', width: 9, value: ({ minutes }) => hoursWord(minutes) },
  { header: '最近参训', width: 12, value: ({ lastOn }) => lastOn ?? '' },
  { header: '情况', width: 10, value: ({ standing }) => rotationStandingLabels[standing] },
];

export const exportTrainees = async (archive: OpenArchive, filter: TraineeFilter): Promise<File> => {
  const { trainees } = await archive.store.read((reader) =>
    poolOf(reader, filter, archive.ports.clock.today()),
  );
  return exportedList(archive, {
    name: '培训对象',
    sheetName: '培训对象',
    columns: traineeColumns,
    rows: trainees.map(traineeRowOf),
  });
};

const templateHeaders = [
  ['姓名', 12],
  ['对象类别', 26],
  ['社区', 16],
  ['单位', 28],
  ['岗位', 14],
  ['身份证号', 22],
  ['手机号', 16],
  ['起始日期', 12],
  ['结束日期', 12],
] as const;

/** An empty staff list to fill in and import. */
export const traineeTemplate = (): Promise<File> =>
  listFile('培训对象名单-空表', {
    sheetName: '培训对象',
    title: '培训对象名单',
    note: `一人属于几类的，各类用“、”隔开：${Object.values(traineeGroupLabels).join('、')}。街道本级的人员，社区留空。`,
    columns: templateHeaders.map(([header, width]) => ({ header, width, value: () => '' })),
    rows: [],
  });
