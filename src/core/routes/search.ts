import { implement, type Router } from '@orpc/server';
import { searchContract } from '../../shared/contract/search.ts';
import { readAtHand, setFavourite } from '../services/at-hand.ts';
import { search } from '../services/search.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(searchContract).$context<CoreContext>().use(codedRefusals);

export const searchRoutes: Router<typeof searchContract, CoreContext> = os.router({
  atHand: os.atHand.handler(({ input, context }) => readAtHand(archiveOf(context), input.visited)),
  setFavourite: os.setFavourite.handler(async ({ input, context }) => {
    await setFavourite(archiveOf(context), input);
    return { favourite: input.favourite };
  }),
  query: os.query.handler(({ input, context }) => search(archiveOf(context), input)),
});
