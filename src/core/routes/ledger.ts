import { implement, type Router } from '@orpc/server';
import { ledgerContract } from '../../shared/contract/ledger.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(ledgerContract).$context<CoreContext>().use(codedRefusals);

export const ledgerRoutes: Router<typeof ledgerContract, CoreContext> = os.router({
  periods: os.periods.handler(pending),
  check: os.check.handler(pending),
  bureauKeys: os.bureauKeys.handler(pending),
  addBureauKey: os.addBureauKey.handler(pending),
  confirmBureauKey: os.confirmBureauKey.handler(pending),
  removeBureauKey: os.removeBureauKey.handler(pending),
  export: os.export.handler(pending),
  packages: os.packages.handler(pending),
  downloadTicket: os.downloadTicket.handler(pending),
  officeKeys: os.officeKeys.handler(pending),
});
