import { z } from 'zod';
import { isoDate, reckonedDay } from '../domain/dates.ts';
import {
  communityId,
  organizationId,
  personId,
  trainingCompletionId,
  trainingCourseId,
  trainingCycleId,
  trainingSessionId,
  trainingTargetId,
} from '../domain/ids.ts';
import {
  coverageCount,
  coverageMatrix,
  policyFigureCode,
  rotationCycle,
  rotationCycleInput,
  targetState,
  trainingTarget,
  trainingTargetInput,
} from '../domain/rotation.ts';
import { traineeGroup, weekday } from '../domain/trainee.ts';
import { completionRow, completionSubject } from '../domain/training-completion.ts';
import { localMoment, trainingMeans, trainingTopic } from '../domain/training.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';
import { traineeFilter } from './trainees.ts';

const count = z.int().nonnegative();
const by = z.string().trim().min(1).max(30);

export const rotationQuestion = z.object({
  asOf: reckonedDay.nullable(),
  /** null: the cycle of that day */
  cycleId: trainingCycleId.nullable(),
});

/** A target held against one group, or against everybody of one. */
export const targetRow = trainingTarget.extend({
  groups: z.array(
    z.object({
      group: traineeGroup,
      count: coverageCount,
      /** Trained of people in per cent; null where there is nobody. */
      rate: z.number().nullable(),
      state: targetState,
    }),
  ),
  state: targetState,
});
export type TargetRow = z.infer<typeof targetRow>;

/** What the policy asks beside the rotation: a value, what it should be, and the list behind it. */
export const policyFigure = z.object({
  code: policyFigureCode,
  /** null where the archive does not keep what it asks. */
  value: count.nullable(),
  /** Of how many; null where it is a bare count. */
  of: count.nullable(),
  target: count.nullable(),
  dueOn: isoDate.nullable(),
  basis: z.string(),
});
export type PolicyFigure = z.infer<typeof policyFigure>;

export const planRequest = z.object({
  filter: traineeFilter,
  title: z.string().trim().min(1).max(80),
  topic: trainingTopic,
  means: trainingMeans,
  courseId: trainingCourseId.nullable(),
  from: reckonedDay,
  to: reckonedDay,
  /** Days of the week on which sessions can be held. */
  weekdays: z.array(weekday).min(1).max(7),
  /** Times of a day, e.g. 09:00–11:30. */
  times: z
    .array(z.object({ starts: z.string().regex(/^\d{2}:\d{2}$/), ends: z.string().regex(/^\d{2}:\d{2}$/) }))
    .min(1)
    .max(6),
  places: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(60),
        communityId: communityId.nullable(),
        /** Communities whose people can come here; none: all. */
        serves: z.array(communityId).max(500),
        capacity: z.int().min(1).max(10_000),
      }),
    )
    .min(1)
    .max(60),
  teachers: z.int().min(1).max(50),
  fewest: z.int().min(1).max(10_000),
});
export type PlanRequest = z.infer<typeof planRequest>;

const plannedPerson = z.object({ personId, name: z.string(), communityName: z.string().nullable() });

export const proposedSession = z.object({
  startsAt: localMoment,
  endsAt: localMoment,
  place: z.string(),
  communityId: communityId.nullable(),
  capacity: z.int(),
  people: z.array(plannedPerson),
});

export const planResult = z.object({
  sessions: z.array(proposedSession),
  unplaced: z.array(plannedPerson.extend({ why: z.enum(['nowhere', 'full']) })),
  wanted: count,
});
export type PlanResult = z.infer<typeof planResult>;

/** What one organization's members were trained in a period. */
export const organizationTraining = z.object({
  startsOn: isoDate,
  endsOn: isoDate,
  /** Members who were trained, each once. */
  people: count,
  /** 人次 */
  visits: count,
  minutes: count,
});

export const completionScope = z.object({
  text: z.string().max(60),
  year: z.int().nullable(),
  subject: completionSubject.nullable(),
});

export const trainingDuties = z.object({
  asOf: isoDate,
  cycle: rotationCycle,
  overall: coverageCount,
  overdueTargets: count,
  /** Sessions whose day is over and that nobody marked. */
  unmarkedSessions: count,
  /** Sessions of the next seven days. */
  comingSessions: count,
  examReminders: count,
});
export type TrainingDuties = z.infer<typeof trainingDuties>;

/** 轮训: coverage, who is due, targets, the planner, completions (policy Art. 8). */
export const rotationContract = {
  coverage: onArchive
    .input(rotationQuestion)
    .output(z.object({ asOf: isoDate, cycle: rotationCycle, matrix: coverageMatrix })),
  /** Everybody at the end of the last months. */
  trend: onArchive.input(rotationQuestion).output(z.array(z.object({ on: isoDate, count: coverageCount }))),
  exportCoverage: onArchive.input(rotationQuestion).output(z.file()),
  /**
   * Who is due, ready to print; with telephones only for whoever answers for it: that is logged before anything leaves
   * the core.
   */
  exportGaps: onArchive
    .input(
      z.object({
        filter: traineeFilter,
        phones: z.object({ actor: by, note: z.string().trim().min(1).max(200) }).nullable(),
      }),
    )
    .output(z.file()),
  cycles: onArchive.output(z.array(rotationCycle)),
  /** CONFLICT `training-cycle` where another one has the name. */
  saveCycle: onArchive
    .input(z.object({ id: trainingCycleId.nullable(), cycle: rotationCycleInput }))
    .output(z.array(rotationCycle)),
  removeCycle: onArchive.input(z.object({ id: trainingCycleId })).output(z.array(rotationCycle)),
  /** Targets held against today, and the policy's other figures (FEATURES K3, K4). */
  board: onArchive.output(
    z.object({ asOf: isoDate, targets: z.array(targetRow), figures: z.array(policyFigure) }),
  ),
  exportBoard: onArchive.output(z.file()),
  saveTarget: onArchive
    .input(z.object({ id: trainingTargetId.nullable(), target: trainingTargetInput }))
    .output(z.void()),
  removeTarget: onArchive.input(z.object({ id: trainingTargetId })).output(z.void()),
  /** Proposes sessions for those whom the filter finds. Nothing is written. */
  plan: onArchive.errors(refusals('CANCELLED')).input(planRequest).output(progressThen(planResult)),
  /** Makes sessions of proposals, with their people on the lists. CONFLICT `training-plan` where somebody is elsewhere by now. */
  acceptPlan: onArchive
    .input(
      z.object({
        title: z.string().trim().min(1).max(80),
        topic: trainingTopic,
        means: trainingMeans,
        courseId: trainingCourseId.nullable(),
        groups: z.array(traineeGroup),
        sessions: z
          .array(
            proposedSession.omit({ people: true }).extend({
              teacher: z.string().trim().max(40).nullable(),
              personIds: z.array(personId).min(1).max(5000),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ ids: z.array(trainingSessionId) })),
  /** Of the half-year's ledger period that is being worked on, and ever. */
  ofOrganization: onArchive
    .input(z.object({ organizationId }))
    .output(z.object({ period: organizationTraining, year: organizationTraining })),
  duties: onArchive.output(trainingDuties),
  /** Who completed a session or a whole course and has no certificate of it. */
  completed: onArchive.input(z.object({ subject: completionSubject })).output(
    z.object({
      title: z.string(),
      people: z.array(
        z.object({ personId, personName: z.string(), minutes: count, startsOn: isoDate, endsOn: isoDate }),
      ),
    }),
  ),
  issueCompletions: onArchive
    .input(
      z.object({
        subject: completionSubject,
        personIds: z.array(personId).min(1).max(5000),
        issuedOn: reckonedDay,
        issuedBy: by,
      }),
    )
    .output(z.object({ ids: z.array(trainingCompletionId) })),
  voidCompletion: onArchive
    .input(z.object({ id: trainingCompletionId, reason: z.string().trim().min(1).max(200) }))
    .output(completionRow),
  completions: onArchive
    .input(z.object({ scope: completionScope, offset: count, limit: z.int().min(1).max(500) }))
    .output(z.object({ rows: z.array(completionRow), total: count })),
  exportCompletions: onArchive.input(z.object({ scope: completionScope })).output(z.file()),
};
