import { implement, type Router } from '@orpc/server';
import { rosterContract } from '../../shared/contract/organizations.ts';
import { addMember, changeMember, findPossiblePeople, readRoster, removeMember } from '../services/roster.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(rosterContract).$context<CoreContext>().use(codedRefusals);

export const rosterRoutes: Router<typeof rosterContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readRoster(archiveOf(context), input)),
  add: os.add.handler(({ input, context }) => addMember(archiveOf(context), input)),
  update: os.update.handler(({ input, context }) => changeMember(archiveOf(context), input)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removeMember(archiveOf(context), input.membershipId);
    return {};
  }),
  findPeople: os.findPeople.handler(({ input, context }) => findPossiblePeople(archiveOf(context), input)),
});
