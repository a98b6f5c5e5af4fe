import { z } from 'zod';
import { addDays } from './calendar-days.ts';
import { isoDate, type IsoDate } from './dates.ts';
import { personId, trainingExamId } from './ids.ts';

/** 社区社会工作员考试、全国社会工作者职业资格考试 — policy Art. 8. */
export const examKind = z.enum([
  'community-social-worker', // 市社区社会工作员考试
  'assistant-social-worker', // 助理社会工作师（初级）
  'social-worker', // 社会工作师（中级）
  'senior-social-worker', // 高级社会工作师
]);
export type ExamKind = z.infer<typeof examKind>;

export const examResult = z.enum(['registered', 'passed', 'failed', 'absent']);
export type ExamResult = z.infer<typeof examResult>;

const examFields = z.object({
  personId,
  kind: examKind,
  registeredOn: isoDate,
  examOn: isoDate.nullable(),
  result: examResult,
  certificateNumber: z.string().trim().max(40).nullable(),
  validFrom: isoDate.nullable(),
  /** null: without end */
  validTo: isoDate.nullable(),
  note: z.string().trim().max(200).nullable(),
});
export const examInput = examFields
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    error: 'before-start',
  })
  .refine(
    ({ result, validTo, certificateNumber }) =>
      result === 'passed' || (validTo ?? certificateNumber) === null,
    {
      path: ['certificateNumber'],
      error: 'wrong-outcome',
    },
  );
export type ExamInput = z.infer<typeof examFields>;

/** What has to be thought of: an exam that is near or past without a result, a qualification that runs out. */
export const examReminder = z.enum(['exam-soon', 'result-missing', 'expiring', 'expired']);
export type ExamReminder = z.infer<typeof examReminder>;

export const examRow = examFields.extend({
  id: trainingExamId,
  personName: z.string(),
  tail: z.string().nullable(),
  unit: z.string().nullable(),
  reminder: examReminder.nullable(),
});
export type ExamRow = z.infer<typeof examRow>;

/** Days before an exam or the end of a qualification from which on it is pointed out. */
const daysAhead = { exam: 14, expiry: 90 };

export const examReminderOn = (
  { result, examOn, validTo }: Pick<ExamInput, 'result' | 'examOn' | 'validTo'>,
  day: IsoDate,
): ExamReminder | null => {
  if (result === 'registered') {
    if (examOn === null || examOn > addDays(day, daysAhead.exam)) return null;
    return examOn >= day ? 'exam-soon' : 'result-missing';
  }
  if (result !== 'passed' || validTo === null) return null;
  if (validTo < day) return 'expired';
  return validTo <= addDays(day, daysAhead.expiry) ? 'expiring' : null;
};
