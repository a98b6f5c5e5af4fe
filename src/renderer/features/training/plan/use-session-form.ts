import { useState } from 'react';
import type { TrainingCourseId } from '../../../../shared/domain/ids.ts';
import { traineeGroup } from '../../../../shared/domain/trainee.ts';
import {
  dayOfMoment,
  timeOfMoment,
  trainingSessionInput,
  type TrainingSessionInput,
  type TrainingSessionRow,
} from '../../../../shared/domain/training.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the fields hold, as they are typed. */
interface SessionValues {
  readonly title: string;
  readonly courseId: string | null;
  readonly topic: string;
  readonly groups: string[];
  readonly day: string | null;
  readonly starts: string;
  readonly ends: string;
  readonly breakMinutes: number | string;
  readonly place: string;
  readonly teacher: string;
  readonly capacity: number | string;
  readonly means: string | null;
  readonly provider: string;
  readonly cost: number | string;
}

export interface SessionForm {
  readonly values: SessionValues;
  readonly set: (part: Partial<SessionValues>) => void;
  /** undefined while something is missing or wrong */
  readonly input: TrainingSessionInput | undefined;
}

const valuesOf = (session: TrainingSessionRow | null, courseId: TrainingCourseId | null): SessionValues => ({
  title: session?.title ?? '',
  courseId: session === null ? courseId : session.courseId,
  topic: session?.topic ?? 'capacity',
  groups: [...(session?.groups ?? [])],
  day: session === null ? null : dayOfMoment(session.startsAt),
  starts: session === null ? '09:00' : timeOfMoment(session.startsAt),
  ends: session === null ? '11:30' : timeOfMoment(session.endsAt),
  breakMinutes: session?.breakMinutes ?? 0,
  place: session?.place ?? '',
  teacher: session?.teacher ?? '',
  capacity: session?.capacity ?? '',
  means: session?.means ?? 'social-worker-rota',
  provider: session?.provider ?? '',
  cost: (session?.cost ?? 0) / 100,
});

export const useSessionForm = (
  session: TrainingSessionRow | null,
  courseId: TrainingCourseId | null,
): SessionForm => {
  const [values, setValues] = useState(() => valuesOf(session, courseId));
  const input = trainingSessionInput.safeParse({
    courseId: values.courseId,
    title: values.title,
    topic: values.topic,
    groups: values.groups.flatMap((group) => traineeGroup.safeParse(group).data ?? []),
    startsAt: `${values.day}T${values.starts}`,
    endsAt: `${values.day}T${values.ends}`,
    breakMinutes: Number(values.breakMinutes),
    place: values.place,
    communityId: session?.communityId ?? null,
    teacher: orNull(values.teacher),
    capacity: values.capacity === '' ? null : Number(values.capacity),
    means: values.means,
    provider: orNull(values.provider),
    cost: Math.round(Number(values.cost) * 100),
    note: session?.note ?? null,
  }).data;
  return { values, set: (part) => setValues((before) => ({ ...before, ...part })), input };
};
