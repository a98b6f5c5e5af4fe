import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { personId, trainingCourseId, trainingSessionId } from '../domain/ids.ts';
import {
  attendanceEntry,
  attendanceRow,
  attendanceWay,
  sessionClash,
  sessionFeedback,
  sessionState,
  trainingCourseInput,
  trainingCourseRow,
  trainingMeans,
  trainingSessionInput,
  trainingSessionRow,
} from '../domain/training.ts';
import { traineeFilter } from './trainees.ts';
import { onArchive } from './base.ts';

const count = z.int().nonnegative();
const year = z.int().min(2000).max(2999);

const wholeSession = z.object({
  session: trainingSessionRow,
  attendance: z.array(attendanceRow),
  clashes: z.array(sessionClash),
});
export type WholeSession = z.infer<typeof wholeSession>;

export const sessionScope = z.object({
  from: isoDate,
  to: isoDate,
  courseId: trainingCourseId.nullable(),
});

/** One line of a pasted sign-in list. */
export const pastedLine = z.object({
  name: z.string().trim().max(60),
  /** Last characters of the identity number, or the whole; empty where none was given. */
  tail: z.string().trim().max(30),
});

const possibleTrainee = z.object({
  personId,
  name: z.string(),
  tail: z.string().nullable(),
  unit: z.string().nullable(),
  enrolled: z.boolean(),
});
/** Whom a pasted line means: nobody, one, or several to choose from. */
export const matchedLine = z.object({ line: count, people: z.array(possibleTrainee) });
export type MatchedLine = z.infer<typeof matchedLine>;

/** 年度计划、场次、签到 (policy Art. 8). */
export const trainingContract = {
  /** Years that have a plan or a session, and this year. */
  years: onArchive.output(z.array(year)),
  courses: onArchive.input(z.object({ year })).output(
    z.object({
      rows: z.array(trainingCourseRow),
      /** Cost of held sessions of the year by means, also of those that belong to no course. */
      costs: z.array(z.object({ means: trainingMeans, sessions: count, cost: count })),
    }),
  ),
  saveCourse: onArchive
    .input(z.object({ id: trainingCourseId.nullable(), course: trainingCourseInput }))
    .output(z.object({ id: trainingCourseId })),
  /** CONFLICT `training-course` where it has sessions. */
  removeCourse: onArchive.input(z.object({ id: trainingCourseId })).output(z.void()),
  exportCourses: onArchive.input(z.object({ year })).output(z.file()),
  /** Sessions of some days by the time they begin, with what clashes. */
  sessions: onArchive
    .input(sessionScope)
    .output(z.object({ rows: z.array(trainingSessionRow), clashes: z.array(sessionClash) })),
  exportSessions: onArchive.input(sessionScope).output(z.file()),
  session: onArchive.input(z.object({ id: trainingSessionId })).output(wholeSession),
  /** Saves a session; clashes are warned of, never refused. */
  saveSession: onArchive
    .input(z.object({ id: trainingSessionId.nullable(), session: trainingSessionInput }))
    .output(z.object({ id: trainingSessionId, clashes: z.array(sessionClash) })),
  setState: onArchive.input(z.object({ id: trainingSessionId, state: sessionState })).output(wholeSession),
  removeSession: onArchive.input(z.object({ id: trainingSessionId })).output(z.void()),
  /** Words written before, for choosing again. */
  words: onArchive.output(
    z.object({
      places: z.array(z.string()),
      teachers: z.array(z.string()),
      providers: z.array(z.string()),
      topics: z.array(z.string()),
    }),
  ),
  /** Puts people on the list of a session: these, or all whom a filter finds. */
  enrol: onArchive
    .input(
      z.object({
        id: trainingSessionId,
        personIds: z.array(personId).max(5000),
        filter: traineeFilter.nullable(),
      }),
    )
    .output(z.object({ added: count, whole: wholeSession })),
  /** Takes somebody off the list; who attended is marked absent instead. */
  unenrol: onArchive
    .input(z.object({ id: trainingSessionId, personIds: z.array(personId).min(1).max(5000) }))
    .output(wholeSession),
  /** Writes attendance; minutes are computed. The session counts as held. */
  saveAttendance: onArchive
    .input(
      z.object({
        id: trainingSessionId,
        way: attendanceWay,
        entries: z.array(attendanceEntry).min(1).max(5000),
      }),
    )
    .output(wholeSession),
  /** Whom each pasted line means, among those on the list first, then in the pool. */
  matchLines: onArchive
    .input(z.object({ id: trainingSessionId, lines: z.array(pastedLine).min(1).max(2000) }))
    .output(z.array(matchedLine)),
  /** Reads a person's code as a scanner types it and marks them present, or late where the minutes say so. */
  scan: onArchive
    .input(z.object({ id: trainingSessionId, text: z.string().max(300), lateMinutes: count.max(6000) }))
    .output(
      z.object({
        result: z.enum(['marked', 'already', 'unknown', 'foreign']),
        name: z.string().nullable(),
        wasEnrolled: z.boolean(),
      }),
    ),
  saveFeedback: onArchive
    .input(z.object({ id: trainingSessionId, feedback: sessionFeedback.nullable() }))
    .output(wholeSession),
};
