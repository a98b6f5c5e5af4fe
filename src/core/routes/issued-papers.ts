import { implement, type Router } from '@orpc/server';
import { issuedPapersContract } from '../../shared/contract/issued-papers.ts';
import { exportIssued, keptIssue, listIssued, voidCopies } from '../services/issued-papers.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(issuedPapersContract).$context<CoreContext>().use(codedRefusals);

export const issuedPapersRoutes: Router<typeof issuedPapersContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => listIssued(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportIssued(archiveOf(context), input.filter)),
  voidCopies: os.voidCopies.handler(({ input, context }) => voidCopies(archiveOf(context), input)),
  keptFile: os.keptFile.handler(({ input, context }) => keptIssue(archiveOf(context), input.id)),
});
