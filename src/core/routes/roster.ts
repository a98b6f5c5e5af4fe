import { implement, type Router } from '@orpc/server';
import { rosterContract } from '../../shared/contract/organizations.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(rosterContract).$context<CoreContext>().use(codedRefusals);

export const rosterRoutes: Router<typeof rosterContract, CoreContext> = os.router({
  list: os.list.handler(pending),
  add: os.add.handler(pending),
  update: os.update.handler(pending),
  remove: os.remove.handler(pending),
  findPeople: os.findPeople.handler(pending),
});
