import { implement, type Router } from '@orpc/server';
import { dispositionsContract } from '../../shared/contract/dispositions.ts';
import {
  exportDispositions,
  readAuthorities,
  readCommendationFacts,
  readDispositions,
} from '../services/dispositions.ts';
import { revokeFiling } from '../services/revocation.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(dispositionsContract).$context<CoreContext>().use(codedRefusals);

export const dispositionsRoutes: Router<typeof dispositionsContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readDispositions(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) =>
    exportDispositions(archiveOf(context), input.filter),
  ),
  authorities: os.authorities.handler(({ context }) => readAuthorities(archiveOf(context))),
  commendationFacts: os.commendationFacts.handler(({ input, context }) =>
    readCommendationFacts(archiveOf(context), input.id),
  ),
  revoke: os.revoke.handler(({ input, context }) => revokeFiling(archiveOf(context), input)),
});
