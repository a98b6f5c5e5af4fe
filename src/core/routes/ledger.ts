import { implement, type Router } from '@orpc/server';
import { ledgerContract } from '../../shared/contract/ledger.ts';
import { checkPeriod, ledgerPeriods, packages } from '../services/ledger.ts';
import { exportLedger } from '../services/ledger-export.ts';
import {
  addBureauKey,
  bureauKeys,
  confirmBureauKey,
  officeKeys,
  removeBureauKey,
} from '../services/ledger-keys.ts';
import { packageFile } from '../services/packages.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(ledgerContract).$context<CoreContext>().use(codedRefusals);

export const ledgerRoutes: Router<typeof ledgerContract, CoreContext> = os.router({
  periods: os.periods.handler(({ context }) => ledgerPeriods(archiveOf(context))),
  check: os.check.handler(({ input, context }) => checkPeriod(archiveOf(context), input.period)),
  bureauKeys: os.bureauKeys.handler(({ context }) => bureauKeys(archiveOf(context))),
  addBureauKey: os.addBureauKey.handler(({ input, context }) => addBureauKey(archiveOf(context), input)),
  confirmBureauKey: os.confirmBureauKey.handler(({ input, context }) =>
    confirmBureauKey(archiveOf(context), input.id, input.confirmedBy),
  ),
  removeBureauKey: os.removeBureauKey.handler(async ({ input, context }) => {
    await removeBureauKey(archiveOf(context), input.id);
    return {};
  }),
  export: os.export.handler(({ input, context, signal }) => exportLedger(archiveOf(context), input, signal)),
  packages: os.packages.handler(({ context }) => packages(archiveOf(context))),
  downloadTicket: os.downloadTicket.handler(async ({ input, context }) => {
    await packageFile(archiveOf(context), input.id);
    return { href: `/packages/${input.id}` };
  }),
  officeKeys: os.officeKeys.handler(async ({ context }) => {
    const { signingPublicKey, escrowRecipient } = await officeKeys(archiveOf(context));
    return { signingPublicKey, escrowRecipient };
  }),
});
