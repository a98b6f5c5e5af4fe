import { implement, type Router } from '@orpc/server';
import { searchContract } from '../../shared/contract/search.ts';
import { search } from '../services/search.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(searchContract).$context<CoreContext>().use(codedRefusals);

export const searchRoutes: Router<typeof searchContract, CoreContext> = os.router({
  query: os.query.handler(({ input, context }) => search(archiveOf(context), input)),
});
