import { implement, type Router } from '@orpc/server';
import { examsContract } from '../../shared/contract/exams.ts';
import { exportExams, keepExam, readExams, removeExam } from '../services/training-exams.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(examsContract).$context<CoreContext>().use(codedRefusals);

export const examsRoutes: Router<typeof examsContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readExams(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportExams(archiveOf(context), input.filter)),
  save: os.save.handler(({ input, context }) => keepExam(archiveOf(context), input)),
  remove: os.remove.handler(({ input, context }) => removeExam(archiveOf(context), input.id)),
});
