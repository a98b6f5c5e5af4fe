import { implement, type Router } from '@orpc/server';
import { organizationsContract } from '../../shared/contract/organizations.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(organizationsContract).$context<CoreContext>().use(codedRefusals);

export const organizationsRoutes: Router<typeof organizationsContract, CoreContext> = os.router({
  list: os.list.handler(pending),
  exportList: os.exportList.handler(pending),
  dossier: os.dossier.handler(pending),
  updateFacts: os.updateFacts.handler(pending),
  checkName: os.checkName.handler(pending),
});
