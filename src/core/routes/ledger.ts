import { implement, type Router } from '@orpc/server';
import { ledgerContract } from '../../shared/contract/ledger.ts';
import { partSizes } from '../../shared/domain/package-parts.ts';
import { readCardPicture } from '../services/key-card-picture.ts';
import { checkPeriod, freezePeriod, ledgerPeriods, ledgerView, packages } from '../services/ledger.ts';
import { exportLedger } from '../services/ledger-export.ts';
import {
  addBureauKey,
  bureauKeys,
  confirmBureauKey,
  officeCard,
  removeBureauKey,
  rotateOfficeKeys,
} from '../services/ledger-keys.ts';
import { ledgerFile, ledgerPaper } from '../services/ledger-papers.ts';
import { ledgerScans, previewCorrection } from '../services/ledger-preview.ts';
import { drillRecovery, recheckPackage, recoveryState } from '../services/ledger-recovery.ts';
import { pluggedMedia, recordHandOver, writeToMedium } from '../services/package-hand-over.ts';
import { importReceipt } from '../services/package-receipts.ts';
import { packageFile } from '../services/packages.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(ledgerContract).$context<CoreContext>().use(codedRefusals);

export const ledgerRoutes: Router<typeof ledgerContract, CoreContext> = os.router({
  periods: os.periods.handler(({ context }) => ledgerPeriods(archiveOf(context))),
  view: os.view.handler(({ input, context }) => ledgerView(archiveOf(context), input.period)),
  freeze: os.freeze.handler(({ input, context }) => freezePeriod(archiveOf(context), input.period)),
  check: os.check.handler(({ input, context }) => checkPeriod(archiveOf(context), input.period)),
  file: os.file.handler(({ input, context }) => ledgerFile(archiveOf(context), input)),
  paper: os.paper.handler(({ input, context }) => ledgerPaper(archiveOf(context), input)),
  scans: os.scans.handler(({ input, context }) => ledgerScans(archiveOf(context), input.period)),
  correction: os.correction.handler(({ input, context }) =>
    previewCorrection(archiveOf(context), input.period),
  ),
  bureauKeys: os.bureauKeys.handler(({ context }) => bureauKeys(archiveOf(context))),
  addBureauKey: os.addBureauKey.handler(({ input, context }) => addBureauKey(archiveOf(context), input)),
  readCardPicture: os.readCardPicture.handler(async ({ input, context }) => {
    archiveOf(context);
    return { text: await readCardPicture(input.file) };
  }),
  confirmBureauKey: os.confirmBureauKey.handler(({ input, context }) =>
    confirmBureauKey(archiveOf(context), input),
  ),
  removeBureauKey: os.removeBureauKey.handler(async ({ input, context }) => {
    await removeBureauKey(archiveOf(context), input.id);
    return {};
  }),
  export: os.export.handler(({ input, context, signal }) => exportLedger(archiveOf(context), input, signal)),
  packages: os.packages.handler(({ context }) => packages(archiveOf(context))),
  recheck: os.recheck.handler(({ input, context, signal }) =>
    recheckPackage(archiveOf(context), input.id, signal),
  ),
  handOver: os.handOver.handler(({ input, context }) => recordHandOver(archiveOf(context), input)),
  media: os.media.handler(({ context }) => pluggedMedia(archiveOf(context))),
  writeToMedium: os.writeToMedium.handler(({ input: { partSize, ...input }, context, signal }) =>
    writeToMedium(
      archiveOf(context),
      { ...input, partBytes: partSize === null ? null : partSizes[partSize] },
      signal,
    ),
  ),
  importReceipt: os.importReceipt.handler(async ({ input, context }) =>
    importReceipt(archiveOf(context), new Uint8Array(await input.file.arrayBuffer())),
  ),
  downloadTicket: os.downloadTicket.handler(async ({ input, context }) => {
    await packageFile(archiveOf(context), input.id);
    return { href: `/packages/${input.id}` };
  }),
  officeKeys: os.officeKeys.handler(({ context }) => officeCard(archiveOf(context))),
  rotateOfficeKeys: os.rotateOfficeKeys.handler(async ({ context }) => {
    await rotateOfficeKeys(archiveOf(context));
    return officeCard(archiveOf(context));
  }),
  recoveryState: os.recoveryState.handler(({ context }) => recoveryState(archiveOf(context))),
  drill: os.drill.handler(({ input, context }) => drillRecovery(archiveOf(context), input.typed)),
});
