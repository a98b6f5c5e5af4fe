import { implement, type Router } from '@orpc/server';
import { bureauContract } from '../../shared/contract/bureau.ts';
import { bureauPaper, districtFile } from '../services/bureau-files.ts';
import { bringBureauKeys, bureauCard, makeBureauKeys } from '../services/bureau-keys.ts';
import { bureauProfileOf, updateBureauProfile } from '../services/bureau-profile.ts';
import { bureauRecoveryState, drillBureauRecovery, reopenReceived } from '../services/bureau-recovery.ts';
import {
  districtDispositions,
  districtOrganizations,
  districtTrainings,
} from '../services/district-lists.ts';
import { districtPeriods, districtReporting } from '../services/district-reporting.ts';
import { districtRollup } from '../services/district-rollup.ts';
import { judgedDuplicates, tellAgain, tellApart } from '../services/duplicate-judgements.ts';
import { readStreetCardPicture } from '../services/key-card-picture.ts';
import { answerPackage, givenReceipt, receiptOnPaper } from '../services/package-answers.ts';
import {
  checkReceived,
  importReceived,
  ledgerOf,
  receivedPackages,
  registerSigner,
  reviewOf,
} from '../services/package-import.ts';
import { packageFile } from '../services/packages.ts';
import { discardReceived, inbox } from '../services/received-files.ts';
import {
  addStreetKey,
  confirmStreetKey,
  putStreet,
  registeredStreets,
  removeStreet,
  retireStreetKey,
} from '../services/registered-streets.ts';
import { bureauArchiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(bureauContract).$context<CoreContext>().use(codedRefusals);

export const bureauRoutes: Router<typeof bureauContract, CoreContext> = os.router({
  profile: os.profile.handler(({ context }) => bureauProfileOf(bureauArchiveOf(context))),
  saveProfile: os.saveProfile.handler(({ input, context }) =>
    updateBureauProfile(bureauArchiveOf(context), input),
  ),
  card: os.card.handler(({ context }) => bureauCard(bureauArchiveOf(context))),
  makeKeys: os.makeKeys.handler(({ input, context }) =>
    makeBureauKeys(bureauArchiveOf(context), input.validUntil),
  ),
  bringKeys: os.bringKeys.handler(({ input, context }) => bringBureauKeys(bureauArchiveOf(context), input)),
  recoveryState: os.recoveryState.handler(({ context }) => bureauRecoveryState(bureauArchiveOf(context))),
  drill: os.drill.handler(async ({ input, context }) => ({
    opened: await drillBureauRecovery(bureauArchiveOf(context), input.typed),
  })),
  streets: os.streets.handler(({ context }) => registeredStreets(bureauArchiveOf(context))),
  saveStreet: os.saveStreet.handler(({ input, context }) => putStreet(bureauArchiveOf(context), input)),
  removeStreet: os.removeStreet.handler(async ({ input, context }) => {
    await removeStreet(bureauArchiveOf(context), input.code);
    return {};
  }),
  readCardPicture: os.readCardPicture.handler(async ({ input, context }) => {
    bureauArchiveOf(context);
    return { text: await readStreetCardPicture(input.file) };
  }),
  addStreetKey: os.addStreetKey.handler(({ input, context }) =>
    addStreetKey(bureauArchiveOf(context), input),
  ),
  confirmStreetKey: os.confirmStreetKey.handler(({ input, context }) =>
    confirmStreetKey(bureauArchiveOf(context), input),
  ),
  retireStreetKey: os.retireStreetKey.handler(({ input, context }) =>
    retireStreetKey(bureauArchiveOf(context), input.id),
  ),
  inbox: os.inbox.handler(({ context }) => inbox(bureauArchiveOf(context))),
  discard: os.discard.handler(async ({ input, context }) => {
    await discardReceived(bureauArchiveOf(context), input.id);
    return {};
  }),
  check: os.check.handler(({ input, context, signal }) =>
    checkReceived(bureauArchiveOf(context), input, signal),
  ),
  registerSigner: os.registerSigner.handler(({ input, context }) =>
    registerSigner(bureauArchiveOf(context), input),
  ),
  import: os.import.handler(({ input, context, signal }) =>
    importReceived(bureauArchiveOf(context), input, signal),
  ),
  packages: os.packages.handler(({ input, context }) => receivedPackages(bureauArchiveOf(context), input)),
  review: os.review.handler(({ input, context }) => reviewOf(bureauArchiveOf(context), input.id)),
  ledger: os.ledger.handler(({ input, context }) => ledgerOf(bureauArchiveOf(context), input.id)),
  recheck: os.recheck.handler(({ input, context, signal }) =>
    reopenReceived(bureauArchiveOf(context), input.id, signal),
  ),
  downloadTicket: os.downloadTicket.handler(async ({ input, context }) => {
    await packageFile(bureauArchiveOf(context), input.id);
    return { href: `/packages/${input.id}` };
  }),
  answer: os.answer.handler(({ input, context }) => answerPackage(bureauArchiveOf(context), input)),
  receiptFile: os.receiptFile.handler(({ input, context }) =>
    givenReceipt(bureauArchiveOf(context), input.id),
  ),
  receiptPaper: os.receiptPaper.handler(({ input, context }) =>
    receiptOnPaper(bureauArchiveOf(context), input),
  ),
  periods: os.periods.handler(({ context }) => districtPeriods(bureauArchiveOf(context))),
  reporting: os.reporting.handler(({ input, context }) =>
    districtReporting(bureauArchiveOf(context), input.period),
  ),
  rollup: os.rollup.handler(({ input, context }) => districtRollup(bureauArchiveOf(context), input.period)),
  organizations: os.organizations.handler(({ input, context }) =>
    districtOrganizations(bureauArchiveOf(context), input),
  ),
  dispositions: os.dispositions.handler(({ input, context }) =>
    districtDispositions(bureauArchiveOf(context), input),
  ),
  trainings: os.trainings.handler(({ input, context }) => districtTrainings(bureauArchiveOf(context), input)),
  duplicates: os.duplicates.handler(({ input, context }) =>
    judgedDuplicates(bureauArchiveOf(context), input.period),
  ),
  tellApart: os.tellApart.handler(async ({ input, context }) => {
    await tellApart(bureauArchiveOf(context), input);
    return {};
  }),
  tellAgain: os.tellAgain.handler(async ({ input, context }) => {
    await tellAgain(bureauArchiveOf(context), input.organizations);
    return {};
  }),
  file: os.file.handler(({ input, context }) => districtFile(bureauArchiveOf(context), input)),
  paper: os.paper.handler(({ input, context }) => bureauPaper(bureauArchiveOf(context), input)),
});
