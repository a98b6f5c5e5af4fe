import { z } from 'zod';
import { isoDate, reckonedDay } from './dates.ts';
import { communityId, personId, trainingCourseId, trainingSessionId } from './ids.ts';
import { traineeGroup } from './trainee.ts';

/** 围绕党的建设、培育发展、能力建设、项目运作 — policy Art. 8. */
export const knownTrainingTopic = z.enum(['party-building', 'fostering', 'capacity', 'project-work']);
export type KnownTrainingTopic = z.infer<typeof knownTrainingTopic>;

/** One of the four of the policy, or the office's own word. */
export const trainingTopic = z.string().trim().min(1).max(30);

/** 通过政府购买服务、社工轮值等方式 — policy Art. 8. */
export const trainingMeans = z.enum([
  'purchased-service', // 政府购买服务
  'social-worker-rota', // 社工轮值
  'own-staff', // 自办
  'invited-lecture', // 邀请授课
  'online', // 线上
  'other', // 其他
]);
export type TrainingMeans = z.infer<typeof trainingMeans>;

/** A moment by the clock of the place, to the minute: `2026-11-25T14:00`. */
export const localMoment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((moment) => reckonedDay.safeParse(moment.slice(0, 10)).success, { error: 'out-of-range' });
export type LocalMoment = z.infer<typeof localMoment>;

export const dayOfMoment = (moment: LocalMoment): string => moment.slice(0, 10);
export const timeOfMoment = (moment: LocalMoment): string => moment.slice(11);

/** Whole minutes from one moment to another; negative where the other comes first. */
export const minutesBetween = (from: LocalMoment, to: LocalMoment): number =>
  Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);

const groups = z.array(traineeGroup).max(traineeGroup.options.length);
/** Money in fen, so that sums are exact. */
const fen = z.int().min(0).max(100_000_000_00);

/** A line of the year plan. */
export const trainingCourseInput = z.object({
  year: z.int().min(2000).max(2999),
  title: z.string().trim().min(1).max(80),
  topic: trainingTopic,
  groups,
  /** Month in which it is meant to begin. */
  month: z.int().min(1).max(12).nullable(),
  plannedSessions: z.int().min(0).max(500),
  plannedMinutes: z.int().min(0).max(60_000),
  plannedCost: fen,
  means: trainingMeans,
  note: z.string().trim().max(300).nullable(),
});
export type TrainingCourseInput = z.infer<typeof trainingCourseInput>;

export const trainingCourse = trainingCourseInput.extend({ id: trainingCourseId });
export type TrainingCourse = z.infer<typeof trainingCourse>;

/** A line of the year plan with what became of it. */
export const trainingCourseRow = trainingCourse.extend({
  sessions: z.int(),
  held: z.int(),
  /** Of held sessions. */
  minutes: z.int(),
  participants: z.int(),
  cost: z.int(),
});
export type TrainingCourseRow = z.infer<typeof trainingCourseRow>;

export const sessionState = z.enum(['planned', 'held', 'cancelled']);
export type SessionState = z.infer<typeof sessionState>;

/** Questionnaires that came back, counted by their mark from 1 to 5, and what the training changed. */
export const sessionFeedback = z.object({
  marks: z.array(z.int().min(0).max(10_000)).length(5),
  effect: z.string().trim().max(300).nullable(),
});
export type SessionFeedback = z.infer<typeof sessionFeedback>;

/** Mean mark to two decimals; null where no questionnaire came back. */
export const meanMark = ({ marks }: Pick<SessionFeedback, 'marks'>): number | null => {
  const ballots = marks.reduce((sum, count) => sum + count, 0);
  if (ballots === 0) return null;
  const total = marks.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return Math.round((total / ballots) * 100) / 100;
};

const sessionFields = z.object({
  courseId: trainingCourseId.nullable(),
  title: z.string().trim().min(1).max(80),
  topic: trainingTopic,
  groups,
  startsAt: localMoment,
  endsAt: localMoment,
  /** Taken off the hours. */
  breakMinutes: z.int().min(0).max(600),
  place: z.string().trim().min(1).max(60),
  communityId: communityId.nullable(),
  teacher: z.string().trim().max(40).nullable(),
  /** null: as many as come */
  capacity: z.int().min(1).max(10_000).nullable(),
  means: trainingMeans,
  /** Who provides a purchased service, whose turn it is. */
  provider: z.string().trim().max(60).nullable(),
  cost: fen,
  note: z.string().trim().max(300).nullable(),
});
export type TrainingSessionInput = z.infer<typeof sessionFields>;

const longestDays = 31;

export const trainingSessionInput = sessionFields.refine(
  ({ startsAt, endsAt, breakMinutes }) => {
    const minutes = minutesBetween(startsAt, endsAt) - breakMinutes;
    return minutes > 0 && minutes <= longestDays * 24 * 60;
  },
  { path: ['endsAt'], error: 'before-start' },
);

export const trainingSession = sessionFields.extend({
  id: trainingSessionId,
  state: sessionState,
  feedback: sessionFeedback.nullable(),
});
export type TrainingSession = z.infer<typeof trainingSession>;

/** Minutes that a session gives to whoever sat through it. */
export const sessionMinutes = ({
  startsAt,
  endsAt,
  breakMinutes,
}: Pick<TrainingSessionInput, 'startsAt' | 'endsAt' | 'breakMinutes'>): number =>
  Math.max(0, minutesBetween(startsAt, endsAt) - breakMinutes);

export const attendanceStatus = z.enum(['enrolled', 'present', 'late', 'absent', 'made-up']);
export type AttendanceStatus = z.infer<typeof attendanceStatus>;

/** How an attendance came in. */
export const attendanceWay = z.enum(['plan', 'grid', 'paste', 'scan', 'paper']);
export type AttendanceWay = z.infer<typeof attendanceWay>;

export const attendanceEntry = z.object({
  personId,
  status: attendanceStatus,
  lateMinutes: z.int().min(0).max(6_000),
  /** The day of a make-up; it counts on that day. */
  madeUpOn: isoDate.nullable(),
});
export type AttendanceEntry = z.infer<typeof attendanceEntry>;

/**
 * Minutes credited and the day they count on. Who was late gets what was left; who made up gets the whole, on the day
 * of the make-up; the day of a session is the day it began.
 */
export const creditOf = (
  session: Pick<TrainingSessionInput, 'startsAt' | 'endsAt' | 'breakMinutes'>,
  { status, lateMinutes, madeUpOn }: Omit<AttendanceEntry, 'personId'>,
): { readonly minutes: number; readonly on: string | null } => {
  const whole = sessionMinutes(session);
  const day = dayOfMoment(session.startsAt);
  switch (status) {
    case 'present':
      return { minutes: whole, on: day };
    case 'late': {
      const minutes = Math.max(0, whole - lateMinutes);
      return { minutes, on: minutes === 0 ? null : day };
    }
    case 'made-up':
      return { minutes: whole, on: madeUpOn ?? day };
    case 'enrolled':
    case 'absent':
      return { minutes: 0, on: null };
  }
};

export const attendanceRow = attendanceEntry.extend({
  name: z.string(),
  /** Last four characters of the identity number, for telling namesakes apart. */
  tail: z.string().nullable(),
  groups: z.array(traineeGroup),
  unit: z.string().nullable(),
  minutes: z.int(),
  way: attendanceWay,
  certificateNumber: z.string().nullable(),
});

export const trainingSessionRow = trainingSession.extend({
  courseTitle: z.string().nullable(),
  communityName: z.string().nullable(),
  enrolled: z.int(),
  present: z.int(),
  absent: z.int(),
});
export type TrainingSessionRow = z.infer<typeof trainingSessionRow>;

export const clashKind = z.enum(['teacher', 'place', 'trainee', 'capacity']);
export type ClashKind = z.infer<typeof clashKind>;

/** Two sessions that want the same teacher, place or people at the same time, or one with more people than seats. */
export const sessionClash = z.object({
  kind: clashKind,
  sessionId: trainingSessionId,
  otherId: trainingSessionId.nullable(),
  otherTitle: z.string().nullable(),
  otherStartsAt: localMoment.nullable(),
  /** Teacher, place, names of trainees (a few), or the count over capacity. */
  what: z.string(),
});
export type SessionClash = z.infer<typeof sessionClash>;

interface Timed {
  readonly startsAt: LocalMoment;
  readonly endsAt: LocalMoment;
}

/** One begins before the other ends; a session that begins when another ends does not overlap. */
export const overlap = (one: Timed, other: Timed): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;
