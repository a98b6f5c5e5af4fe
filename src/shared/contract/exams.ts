import { z } from 'zod';
import { trainingExamId } from '../domain/ids.ts';
import { examInput, examKind, examReminder, examResult, examRow } from '../domain/training-exam.ts';
import { onArchive } from './base.ts';

export const examFilter = z.object({
  text: z.string().max(60),
  kinds: z.array(examKind),
  results: z.array(examResult),
  reminders: z.array(examReminder),
});
export type ExamFilter = z.infer<typeof examFilter>;

const count = z.int().nonnegative();

/** 社区社会工作员考试、全国社会工作者职业资格 (policy Art. 8): registration, result, validity, reminders. */
export const examsContract = {
  list: onArchive
    .input(z.object({ filter: examFilter, offset: count, limit: z.int().min(1).max(500) }))
    .output(
      z.object({
        rows: z.array(examRow),
        total: count,
        /** People who hold each qualification on this day, each once. */
        holders: z.array(z.object({ kind: examKind, people: count })),
      }),
    ),
  exportList: onArchive.input(z.object({ filter: examFilter })).output(z.file()),
  save: onArchive
    .input(z.object({ id: trainingExamId.nullable(), exam: examInput }))
    .output(z.object({ id: trainingExamId })),
  remove: onArchive.input(z.object({ id: trainingExamId })).output(z.void()),
};
