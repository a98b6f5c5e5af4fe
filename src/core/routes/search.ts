import { implement, type Router } from '@orpc/server';
import { searchContract } from '../../shared/contract/home.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(searchContract).$context<CoreContext>().use(codedRefusals);

export const searchRoutes: Router<typeof searchContract, CoreContext> = os.router({
  query: os.query.handler(pending),
});
