import { implement, type Router } from '@orpc/server';
import { revealsContract } from '../../shared/contract/reveals.ts';
import { exportRevealLog, readRevealLog, reveal } from '../services/reveals.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(revealsContract).$context<CoreContext>().use(codedRefusals);

export const revealsRoutes: Router<typeof revealsContract, CoreContext> = os.router({
  reveal: os.reveal.handler(({ input, context }) => reveal(archiveOf(context), input)),
  list: os.list.handler(({ input, context }) => readRevealLog(archiveOf(context), input)),
  exportList: os.exportList.handler(({ context }) => exportRevealLog(archiveOf(context))),
});
