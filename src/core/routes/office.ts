import { implement, type Router } from '@orpc/server';
import { officeContract } from '../../shared/contract/office.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(officeContract).$context<CoreContext>().use(codedRefusals);

export const officeRoutes: Router<typeof officeContract, CoreContext> = os.router({
  get: os.get.handler(pending),
  update: os.update.handler(pending),
  saveCommunity: os.saveCommunity.handler(pending),
  setSealPicture: os.setSealPicture.handler(pending),
  sealPicture: os.sealPicture.handler(pending),
});
