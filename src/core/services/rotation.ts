import { addMonths } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { TrainingCycleId } from '../../shared/domain/ids.ts';
import {
  countStandings,
  coverageOf,
  cycleOn,
  everTrained,
  standingsOn,
  type CoverageCount,
  type CoverageMatrix,
  type RotationCycle,
  type RotationFacts,
  type TraineeStanding,
} from '../../shared/domain/rotation.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { listCycles } from '../db/repositories/rotation.ts';
import { listGroupStays } from '../db/repositories/trainees.ts';
import { listAttended } from '../db/repositories/training-attendance.ts';
import type { OpenArchive } from '../open-archive.ts';

/** The day of a question, and the cycle it is asked of; null: the one of that day. */
export interface RotationQuestion {
  readonly asOf: IsoDate;
  readonly cycleId: TrainingCycleId | null;
}

export const rotationFacts = (reader: Reader): RotationFacts => ({
  stays: listGroupStays(reader),
  attended: listAttended(reader),
});

/** @throws CodedError NOT_FOUND `training-cycle` */
const askedCycle = (reader: Reader, { asOf, cycleId }: RotationQuestion): RotationCycle => {
  const cycles = listCycles(reader);
  if (cycleId === null) return cycleOn(cycles, asOf);
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (cycle === undefined) throw new CodedError('NOT_FOUND', { what: 'training-cycle' });
  return cycle;
};

interface Rotation {
  readonly cycle: RotationCycle;
  readonly standings: readonly TraineeStanding[];
}

/**
 * Who is in a group on a day, and who of them has been trained: the one place that every list, rate, ledger and duty
 * reads.
 */
export const rotationOn = (reader: Reader, question: RotationQuestion): Rotation => {
  const cycle = askedCycle(reader, question);
  return { cycle, standings: standingsOn(rotationFacts(reader), cycle, question.asOf) };
};

interface Coverage {
  readonly asOf: IsoDate;
  readonly cycle: RotationCycle;
  readonly matrix: CoverageMatrix;
}

/** Group × community on a day. @throws CodedError NOT_FOUND `training-cycle` */
export const readCoverage = ({ store }: OpenArchive, question: RotationQuestion): Promise<Coverage> =>
  store.read((reader) => {
    const { cycle, standings } = rotationOn(reader, question);
    return { asOf: question.asOf, cycle, matrix: coverageOf(standings, listCommunities(reader)) };
  });

interface TrendPoint {
  readonly on: IsoDate;
  readonly count: CoverageCount;
}

const monthsShown = 12;

/** Coverage at the end of each month up to a day, by the cycle of the question. */
const trendOf = (facts: RotationFacts, cycle: RotationCycle, asOf: IsoDate): readonly TrendPoint[] => {
  const month = `${asOf.slice(0, 7)}-01`;
  const ends = Array.from({ length: monthsShown - 1 }, (_, index) =>
    addMonths('2000-01-31', monthsSince(month) - monthsShown + 1 + index),
  );
  return [...ends, asOf]
    .filter((on) => on >= cycle.startsOn || on === asOf)
    .map((on) => ({ on, count: countStandings(standingsOn(facts, cycle, on)) }));
};

const monthsSince = (month: IsoDate): number =>
  (Number(month.slice(0, 4)) - 2000) * 12 + Number(month.slice(5, 7)) - 1;

export const readTrend = ({ store }: OpenArchive, question: RotationQuestion): Promise<TrendPoint[]> =>
  store.read((reader) => [...trendOf(rotationFacts(reader), askedCycle(reader, question), question.asOf)]);

/** Everybody of a day by whether they were ever trained: what a target without a cycle asks. */
export const everTrainedOn = (facts: RotationFacts, day: IsoDate): readonly TraineeStanding[] =>
  standingsOn(facts, everTrained, day);
