import { implement, type Router } from '@orpc/server';
import { certificatesContract } from '../../shared/contract/filings.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(certificatesContract).$context<CoreContext>().use(codedRefusals);

export const certificatesRoutes: Router<typeof certificatesContract, CoreContext> = os.router({
  get: os.get.handler(pending),
  recordCollection: os.recordCollection.handler(pending),
});
