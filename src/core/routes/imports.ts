import { implement, type Router } from '@orpc/server';
import { importsContract } from '../../shared/contract/imports.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(importsContract).$context<CoreContext>().use(codedRefusals);

export const importsRoutes: Router<typeof importsContract, CoreContext> = os.router({
  analyse: os.analyse.handler(pending),
  dryRun: os.dryRun.handler(pending),
  run: os.run.handler(pending),
  rejects: os.rejects.handler(pending),
  report: os.report.handler(pending),
  list: os.list.handler(pending),
  undo: os.undo.handler(pending),
});
