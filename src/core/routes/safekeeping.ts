import { implement, type Router } from '@orpc/server';
import { safekeepingContract } from '../../shared/contract/safekeeping.ts';
import { checkFixity, exportFixity, readFixity, setFixityDays } from '../services/fixity.ts';
import { emptyRecycleBin } from '../services/recycle-bin.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(safekeepingContract).$context<CoreContext>().use(codedRefusals);

export const safekeepingRoutes: Router<typeof safekeepingContract, CoreContext> = os.router({
  fixity: os.fixity.handler(({ context }) => readFixity(archiveOf(context))),
  setFixityDays: os.setFixityDays.handler(({ input, context }) =>
    setFixityDays(archiveOf(context), input.days),
  ),
  checkFixity: os.checkFixity.handler(({ input, context, signal }) =>
    checkFixity(archiveOf(context), input, signal),
  ),
  exportFixity: os.exportFixity.handler(({ context }) => exportFixity(archiveOf(context))),
  emptyRecycleBin: os.emptyRecycleBin.handler(({ input, context }) =>
    emptyRecycleBin(archiveOf(context), input),
  ),
});
