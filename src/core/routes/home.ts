import { implement, type Router } from '@orpc/server';
import { homeContract } from '../../shared/contract/home.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(homeContract).$context<CoreContext>().use(codedRefusals);

export const homeRoutes: Router<typeof homeContract, CoreContext> = os.router({
  summary: os.summary.handler(pending),
});
