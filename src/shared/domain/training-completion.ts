import { z } from 'zod';
import { isoDate } from './dates.ts';
import { personId, trainingCompletionId, trainingCourseId, trainingSessionId } from './ids.ts';

/** What a completion certificate is of: one session, or every held session of a course. */
export const completionSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), id: trainingSessionId }),
  z.object({ kind: z.literal('course'), id: trainingCourseId }),
]);
export type CompletionSubject = z.infer<typeof completionSubject>;

/** 结业证书登记: one line, with the words of its day. A number is never given out twice, also not when it is void. */
export const completionRow = z.object({
  id: trainingCompletionId,
  number: z.string(),
  year: z.int(),
  sequence: z.int(),
  personId,
  personName: z.string(),
  sessionId: trainingSessionId.nullable(),
  courseId: trainingCourseId.nullable(),
  title: z.string(),
  minutes: z.int(),
  startsOn: isoDate,
  endsOn: isoDate,
  issuedOn: isoDate,
  issuedBy: z.string(),
  voidReason: z.string().nullable(),
  voidedOn: isoDate.nullable(),
});
export type CompletionRow = z.infer<typeof completionRow>;

/** `新河训〔2026〕0017号` */
export const completionNumber = (shortName: string | null, year: number, sequence: number): string =>
  `${shortName ?? ''}训〔${year}〕${String(sequence).padStart(4, '0')}号`;
