import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { communityId, personId, trainingCycleId, traineeStayId, trainingSessionId } from '../domain/ids.ts';
import { personInput } from '../domain/person.ts';
import {
  rotationStanding,
  staySource,
  traineeGroup,
  traineeRow,
  traineeStayInput,
  traineeStayRow,
  weekday,
} from '../domain/trainee.ts';
import { onArchive } from './base.ts';

const count = z.int().nonnegative();

export const traineeFilter = z.object({
  text: z.string().max(60),
  groups: z.array(traineeGroup),
  /** `street`: of no community */
  communityIds: z.array(z.union([communityId, z.literal('street')])).max(500),
  standings: z.array(rotationStanding),
  source: staySource.nullable(),
  /** null: today */
  asOf: isoDate.nullable(),
  /** null: the cycle of that day */
  cycleId: trainingCycleId.nullable(),
});
export type TraineeFilter = z.infer<typeof traineeFilter>;

export const personTraining = z.object({
  sessionId: trainingSessionId,
  title: z.string(),
  topic: z.string(),
  on: isoDate,
  minutes: count,
});

/** 培训对象: the people of the six groups (policy Art. 8), each once, in as many groups as they are in. */
export const traineesContract = {
  list: onArchive
    .input(z.object({ filter: traineeFilter, offset: count, limit: z.int().min(1).max(500) }))
    .output(
      z.object({
        rows: z.array(traineeRow),
        /** People, each once. */
        total: count,
        /** Of those found, by group; somebody in two groups is in both. */
        byGroup: z.array(z.object({ group: traineeGroup, people: count })),
      }),
    ),
  /** The list as shown, numbers masked. */
  exportList: onArchive.input(z.object({ filter: traineeFilter })).output(z.file()),
  /** An empty workbook with the columns that the staff list is imported from. */
  template: onArchive.output(z.file()),
  get: onArchive.input(z.object({ personId })).output(
    z.object({
      person: traineeRow,
      stays: z.array(traineeStayRow),
      trainings: z.array(personTraining),
    }),
  ),
  /**
   * Puts somebody on the staff list, or changes that. CONFLICT `trainee-stay` where they are in the group already.
   * A new person is given whole, a known one by id.
   */
  saveStay: onArchive
    .input(
      z.object({
        id: traineeStayId.nullable(),
        personId: personId.nullable(),
        person: personInput.nullable(),
        stay: traineeStayInput,
      }),
    )
    .output(z.object({ personId })),
  /** Ends stays: `endsOn` is the first day off the list. */
  endStays: onArchive
    .input(z.object({ ids: z.array(traineeStayId).min(1).max(2000), endsOn: isoDate }))
    .output(z.object({ ended: count })),
  /** Takes an entry made by mistake away. */
  removeStay: onArchive.input(z.object({ id: traineeStayId })).output(z.void()),
  setFreeDays: onArchive.input(z.object({ personId, weekdays: z.array(weekday).max(7) })).output(z.void()),
};
