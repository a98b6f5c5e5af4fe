import type { TraineeFilter } from '../../shared/contract/trainees.ts';
import { coverageOf, coverageRate } from '../../shared/domain/rotation.ts';
import {
  hoursWord,
  rotationStandingLabels,
  traineeGroupLabels,
  traineeGroupShortLabels,
} from '../../shared/labels/training.ts';
import { listCommunities } from '../db/repositories/office.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { logReveal } from './reveals.ts';
import { rotationOn, type RotationQuestion } from './rotation.ts';
import { poolOf, traineeRowOf, type Trainee } from './trainees.ts';

const joined = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null && word !== ''))].join('、');

const columnsWith = (phones: boolean): readonly ListColumn<Trainee>[] => [
  {
    header: '社区',
    width: 16,
    value: ({ stays }) => joined(stays.map(({ communityName }) => communityName ?? '街道本级')),
  },
  { header: '姓名', width: 12, value: ({ person }) => person.name },
  {
    header: '对象类别',
    width: 28,
    value: ({ stays }) => joined(stays.map(({ group }) => traineeGroupLabels[group])),
  },
  {
    header: '单位',
    width: 28,
    value: ({ stays }) => joined(stays.map(({ organizationName, workUnit }) => organizationName ?? workUnit)),
  },
  {
    header: '电话',
    width: 16,
    value: (trainee) => (phones ? trainee.person.phone : traineeRowOf(trainee).maskedPhone) ?? '',
  },
  { header: '本期学时', width: 9, value: ({ standing }) => Number(hoursWord(standing.minutes)) },
  { header: '最近参训', width: 12, value: ({ standing }) => standing.lastOn ?? '' },
  { header: '情况', width: 10, value: ({ standing }) => rotationStandingLabels[standing.standing] },
];

/**
 * Who is due, by community, on sheets that print. Telephones stand in clear only for whoever gives name and reason, and
 * that is on disk before the list leaves the core (PIPL Art. 51).
 */
export const exportGaps = async (
  archive: OpenArchive,
  {
    filter,
    phones,
  }: {
    readonly filter: TraineeFilter;
    readonly phones: { readonly actor: string; readonly note: string } | null;
  },
): Promise<File> => {
  const { store, ports } = archive;
  const wanted = {
    ...filter,
    standings: filter.standings.length === 0 ? (['due', 'never'] as const) : filter.standings,
  };
  const pool = await store.read((reader) =>
    poolOf(reader, { ...wanted, standings: [...wanted.standings] }, ports.clock.today()),
  );
  if (phones !== null) {
    await store.write((writer) =>
      logReveal(writer, ports.clock.instant(), {
        actor: phones.actor,
        reason: 'contact',
        note: phones.note,
        subject: 'roster',
        subjectId: 'training-gaps',
        subjectName: '轮训缺训名单',
        people: pool.trainees.length,
      }),
    );
  }
  const rows = pool.trainees.toSorted((one, other) =>
    (one.stays[0]?.communityName ?? '').localeCompare(other.stays[0]?.communityName ?? '', 'zh-CN'),
  );
  return exportedList(archive, {
    name: `轮训缺训名单_${pool.cycle.name.replaceAll(' ', '')}_截至${pool.asOf}`,
    sheetName: '缺训名单',
    columns: columnsWith(phones !== null),
    rows,
  });
};

interface MatrixLine {
  readonly community: string;
  readonly cells: readonly string[];
}

const cellWord = ({ people, trained }: { readonly people: number; readonly trained: number }): string =>
  people === 0 ? '' : `${trained}/${people}`;

/** The matrix as it is shown: trained of people in every cell, rates in the last line. */
export const exportCoverage = async (archive: OpenArchive, question: RotationQuestion): Promise<File> => {
  const { cycle, matrix } = await archive.store.read((reader) => {
    const rotation = rotationOn(reader, question);
    return { cycle: rotation.cycle, matrix: coverageOf(rotation.standings, listCommunities(reader)) };
  });
  const counts = [...matrix.totals, matrix.overall];
  const rows: readonly MatrixLine[] = [
    ...matrix.rows.map(({ communityName, cells, total }) => ({
      community: communityName,
      cells: [...cells, total].map(cellWord),
    })),
    { community: '合计（每人一次）', cells: counts.map(cellWord) },
    {
      community: '覆盖率',
      cells: counts.map((count) => {
        const rate = coverageRate(count);
        return rate === null ? '' : `${rate}%`;
      }),
    },
  ];
  const headers = [...matrix.groups.map((group) => traineeGroupShortLabels[group]), '合计'];
  return exportedList<MatrixLine>(archive, {
    name: `轮训覆盖情况_${cycle.name.replaceAll(' ', '')}_截至${question.asOf}`,
    sheetName: '覆盖情况',
    columns: [
      { header: '社区', width: 20, value: ({ community }) => community },
      ...headers.map((header, index): ListColumn<MatrixLine> => ({
        header,
        width: 14,
        value: ({ cells }) => cells[index] ?? '',
      })),
    ],
    rows,
  });
};
