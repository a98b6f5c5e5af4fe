import { implement, type Router } from '@orpc/server';
import { timelinessContract } from '../../shared/contract/timeliness.ts';
import { exportTimeliness, readTimeliness } from '../services/timeliness.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(timelinessContract).$context<CoreContext>().use(codedRefusals);

export const timelinessRoutes: Router<typeof timelinessContract, CoreContext> = os.router({
  read: os.read.handler(({ input, context }) => readTimeliness(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportTimeliness(archiveOf(context), input)),
});
