import { implement, type Router } from '@orpc/server';
import { categoriesContract } from '../../shared/contract/categories.ts';
import { applyProposals, categoryOverview, categoryProposals } from '../services/category-schemes.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(categoriesContract).$context<CoreContext>().use(codedRefusals);

export const categoriesRoutes: Router<typeof categoriesContract, CoreContext> = os.router({
  overview: os.overview.handler(({ context }) => categoryOverview(archiveOf(context))),
  proposals: os.proposals.handler(({ input, context }) =>
    categoryProposals(archiveOf(context), input.scheme),
  ),
  applyProposals: os.applyProposals.handler(async ({ input, context }) => ({
    applied: await applyProposals(archiveOf(context), input),
  })),
});
