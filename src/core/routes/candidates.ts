import { implement, type Router } from '@orpc/server';
import { candidatesContract } from '../../shared/contract/candidates.ts';
import {
  exportCandidates,
  listCandidates,
  proposeRegistration,
  readCandidate,
  withdrawProposal,
} from '../services/candidates.ts';
import { recordLegalRegistration } from '../services/legal-registration.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(candidatesContract).$context<CoreContext>().use(codedRefusals);

export const candidatesRoutes: Router<typeof candidatesContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => listCandidates(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) =>
    exportCandidates(archiveOf(context), input.filter),
  ),
  ofOrganization: os.ofOrganization.handler(({ input, context }) =>
    readCandidate(archiveOf(context), input.organizationId),
  ),
  save: os.save.handler(async ({ input, context }) => {
    await proposeRegistration(archiveOf(context), input);
    return {};
  }),
  remove: os.remove.handler(async ({ input, context }) => {
    await withdrawProposal(archiveOf(context), input.organizationId);
    return {};
  }),
  register: os.register.handler(async ({ input, context }) => {
    await recordLegalRegistration(archiveOf(context), input);
    return {};
  }),
});
