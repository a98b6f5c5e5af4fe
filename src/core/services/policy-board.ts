import type { PolicyFigure, TargetRow } from '../../shared/contract/rotation.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import {
  trainingCycleId,
  trainingTargetId,
  type TrainingCycleId,
  type TrainingTargetId,
} from '../../shared/domain/ids.ts';
import {
  countStandings,
  coverageRate,
  standingsIn,
  targetStateOn,
  type RotationCycle,
  type RotationCycleInput,
  type RotationFacts,
  type TargetState,
  type TrainingTargetInput,
} from '../../shared/domain/rotation.ts';
import { traineeGroup } from '../../shared/domain/trainee.ts';
import { CodedError } from '../../shared/errors.ts';
import { policyFigureLabels, targetStateLabels, traineeGroupLabels } from '../../shared/labels/training.ts';
import type { Reader } from '../db/archive-store.ts';
import { communitiesByDensity, countFallbackParties } from '../db/repositories/policy-figures.ts';
import { countByBody, countByStage, peopleCounts } from '../db/repositories/people-list.ts';
import {
  deleteCycle,
  deleteTarget,
  listCycles,
  listTargets,
  saveCycle,
  saveTarget,
} from '../db/repositories/rotation.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { everTrainedOn, rotationFacts } from './rotation.ts';
import { rulesOn } from './rules.ts';

/** The worst of several: a target for each of the six groups is reached when all of them have. */
const worst = (states: readonly TargetState[]): TargetState =>
  (['overdue', 'running', 'met'] as const).find((state) => states.includes(state)) ?? 'nobody';

/**
 * Targets held against a day, by who was ever trained: the rotation of the policy is done when everybody of a group was
 * trained once.
 */
export const targetsOn = (reader: Reader, facts: RotationFacts, day: IsoDate): TargetRow[] => {
  const standings = everTrainedOn(facts, day);
  return listTargets(reader).map((target) => {
    const groups = (target.group === null ? traineeGroup.options : [target.group]).map((group) => {
      const count = countStandings(standingsIn(standings, { group, communityId: null }));
      return { group, count, rate: coverageRate(count), state: targetStateOn(target, count, day) };
    });
    return { ...target, groups, state: worst(groups.map(({ state }) => state)) };
  });
};

/** Two years after which the policy's Art. 7 asks for a team in every rural community. */
const ruralTeamsDue = '2023-12-31';

const figuresOn = (reader: Reader, day: IsoDate): PolicyFigure[] => {
  const { density } = rulesOn(reader, day).body;
  const dense = communitiesByDensity(reader, density);
  const people = peopleCounts(reader);
  const stages = countByStage(reader);
  const bodies = countByBody(reader, day);
  const parties = countFallbackParties(reader);
  const inStages = (wanted: readonly string[]): number =>
    stages.filter(({ code }) => wanted.includes(code)).reduce((sum, { people: count }) => sum + count, 0);
  const bare = { target: null, dueOn: null, of: null };
  return [
    {
      code: 'density-urban',
      ...dense.urban,
      target: dense.urban.of,
      dueOn: null,
      basis: `每个城市社区不少于 ${density.urban} 个`,
    },
    {
      code: 'density-rural',
      ...dense.rural,
      target: dense.rural.of,
      dueOn: null,
      basis: `每个农村社区不少于 ${density.rural} 个`,
    },
    {
      code: 'rural-team',
      value: null,
      of: dense.rural.of,
      target: dense.rural.of,
      dueOn: ruralTeamsDue,
      basis: '第七条',
    },
    { code: 'fallback-party', ...parties, target: parties.of, dueOn: null, basis: '第一条' },
    {
      ...bare,
      code: 'party-heads',
      value: people.responsiblePartyMembers,
      of: people.responsiblePersons,
      basis: '第一条',
    },
    {
      ...bare,
      code: 'party-developed',
      value: inStages(['applicant', 'activist', 'candidate', 'probationary', 'full']),
      basis: '第一条',
    },
    {
      ...bare,
      code: 'party-leadership',
      value: bodies.find(({ code }) => code === 'party-leadership')?.people ?? 0,
      basis: '第一条',
    },
  ];
};

/** 政策目标 (FEATURES K3, K4): value, target, year and basis; each number is the length of a list. */
export const readBoard = ({ store, ports }: OpenArchive) =>
  store.read((reader) => {
    const asOf = ports.clock.today();
    return {
      asOf,
      targets: targetsOn(reader, rotationFacts(reader), asOf),
      figures: figuresOn(reader, asOf),
    };
  });

interface BoardLine {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly dueOn: string;
  readonly state: string;
  readonly basis: string;
}

const columns: readonly ListColumn<BoardLine>[] = [
  { header: '指标', width: 34, value: ({ what }) => what },
  { header: '现值', width: 18, value: ({ value }) => value },
  { header: '目标', width: 14, value: ({ target }) => target },
  { header: '期限', width: 12, value: ({ dueOn }) => dueOn },
  { header: '情况', width: 12, value: ({ state }) => state },
  { header: '依据', width: 30, value: ({ basis }) => basis },
];

export const exportBoard = async (archive: OpenArchive): Promise<File> => {
  const { targets, figures } = await readBoard(archive);
  const rows = [
    ...targets.flatMap(({ groups, rate, dueOn, basis }) =>
      groups.map(({ group, count, rate: value, state }): BoardLine => ({
        what: `${traineeGroupLabels[group]}轮训`,
        value: value === null ? '没有人员' : `${value}%（${count.trained}/${count.people}）`,
        target: `${rate}%`,
        dueOn,
        state: targetStateLabels[state],
        basis: basis ?? '',
      })),
    ),
    ...figures.map(({ code, value, of, target, dueOn, basis }): BoardLine => ({
      what: policyFigureLabels[code],
      value: value === null ? '未登记' : of === null ? String(value) : `${value}/${of}`,
      target: target === null ? '' : String(target),
      dueOn: dueOn ?? '',
      state: '',
      basis,
    })),
  ];
  return exportedList(archive, { name: '政策目标', sheetName: '政策目标', columns, rows });
};

export const readCycles = ({ store }: OpenArchive): Promise<RotationCycle[]> =>
  store.read((reader) => [...listCycles(reader)]);

/** @throws CodedError NOT_FOUND; CONFLICT `training-cycle` where another has the name */
export const keepCycle = (
  { store, ports }: OpenArchive,
  input: { readonly id: TrainingCycleId | null; readonly cycle: RotationCycleInput },
): Promise<RotationCycle[]> =>
  store.write((writer) => {
    const known = listCycles(writer);
    if (input.id !== null && !known.some(({ id }) => id === input.id))
      throw new CodedError('NOT_FOUND', { what: 'training-cycle' });
    if (known.some(({ id, name }) => id !== input.id && name === input.cycle.name))
      throw new CodedError('CONFLICT', { what: 'training-cycle' });
    saveCycle(writer, input.id ?? trainingCycleId.parse(ports.random.id()), input.cycle);
    return [...listCycles(writer)];
  });

export const removeCycle = ({ store }: OpenArchive, id: TrainingCycleId): Promise<RotationCycle[]> =>
  store.write((writer) => {
    deleteCycle(writer, id);
    return [...listCycles(writer)];
  });

/** @throws CodedError NOT_FOUND `training-target` */
export const keepTarget = (
  { store, ports }: OpenArchive,
  input: { readonly id: TrainingTargetId | null; readonly target: TrainingTargetInput },
): Promise<void> =>
  store.write((writer) => {
    if (input.id !== null && !listTargets(writer).some(({ id }) => id === input.id))
      throw new CodedError('NOT_FOUND', { what: 'training-target' });
    saveTarget(writer, input.id ?? trainingTargetId.parse(ports.random.id()), input.target);
  });

export const removeTarget = ({ store }: OpenArchive, id: TrainingTargetId): Promise<void> =>
  store.write((writer) => deleteTarget(writer, id));
