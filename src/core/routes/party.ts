import { implement, type Router } from '@orpc/server';
import { partyContract } from '../../shared/contract/party.ts';
import {
  assignFallbackParty,
  exportFallbackParties,
  listFallbackParties,
} from '../services/fallback-party.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(partyContract).$context<CoreContext>().use(codedRefusals);

export const partyRoutes: Router<typeof partyContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => listFallbackParties(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) =>
    exportFallbackParties(archiveOf(context), input.filter),
  ),
  assign: os.assign.handler(({ input, context }) =>
    assignFallbackParty(archiveOf(context), input.assignments),
  ),
});
