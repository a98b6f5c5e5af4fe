import { implement, type Router } from '@orpc/server';
import { archiveContract } from '../../shared/contract/archive.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(archiveContract).$context<CoreContext>().use(codedRefusals);

export const archiveRoutes: Router<typeof archiveContract, CoreContext> = os.router({
  status: os.status.handler(pending),
  create: os.create.handler(pending),
  createSample: os.createSample.handler(pending),
  unlock: os.unlock.handler(pending),
  recover: os.recover.handler(pending),
  lock: os.lock.handler(pending),
  changePassword: os.changePassword.handler(pending),
  renewRecoveryCode: os.renewRecoveryCode.handler(pending),
});
