import { implement, type Router } from '@orpc/server';
import { homeContract } from '../../shared/contract/home.ts';
import { readHome, readHomePeople } from '../services/home.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(homeContract).$context<CoreContext>().use(codedRefusals);

export const homeRoutes: Router<typeof homeContract, CoreContext> = os.router({
  summary: os.summary.handler(({ context }) => readHome(archiveOf(context))),
  people: os.people.handler(({ context }) => readHomePeople(archiveOf(context))),
});
