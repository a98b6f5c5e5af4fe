import { implement, type Router } from '@orpc/server';
import { traineesContract } from '../../shared/contract/trainees.ts';
import { exportTrainees, traineeTemplate } from '../services/trainee-lists.ts';
import {
  endTraineeStays,
  readTrainee,
  readTrainees,
  removeTraineeStay,
  saveTraineeStay,
  setFreeDays,
} from '../services/trainees.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(traineesContract).$context<CoreContext>().use(codedRefusals);

export const traineesRoutes: Router<typeof traineesContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readTrainees(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportTrainees(archiveOf(context), input.filter)),
  template: os.template.handler(({ context }) => {
    archiveOf(context);
    return traineeTemplate();
  }),
  get: os.get.handler(({ input, context }) => readTrainee(archiveOf(context), input.personId)),
  saveStay: os.saveStay.handler(({ input, context }) => saveTraineeStay(archiveOf(context), input)),
  endStays: os.endStays.handler(({ input, context }) => endTraineeStays(archiveOf(context), input)),
  removeStay: os.removeStay.handler(({ input, context }) => removeTraineeStay(archiveOf(context), input.id)),
  setFreeDays: os.setFreeDays.handler(({ input, context }) => setFreeDays(archiveOf(context), input)),
});
