import { implement, type Router } from '@orpc/server';
import { exitsContract } from '../../shared/contract/exits.ts';
import { checkSeal, readExit, sealDossier, unsealDossier } from '../services/dossier-seal.ts';
import { readExitPack, storeExitPack } from '../services/exit-packs.ts';
import { exportEnded, readEnded } from '../services/exits.ts';
import { exportQuietOrganizations, markActivity, readQuietOrganizations } from '../services/inactivity.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(exitsContract).$context<CoreContext>().use(codedRefusals);

export const exitsRoutes: Router<typeof exitsContract, CoreContext> = os.router({
  get: os.get.handler(({ input, context }) => readExit(archiveOf(context), input.id)),
  seal: os.seal.handler(({ input, context }) => sealDossier(archiveOf(context), input)),
  unseal: os.unseal.handler(({ input, context }) => unsealDossier(archiveOf(context), input)),
  checkSeal: os.checkSeal.handler(({ input, context }) => checkSeal(archiveOf(context), input.id)),
  pack: os.pack.handler(({ input, context }) => readExitPack(archiveOf(context), input.id)),
  savePack: os.savePack.handler(({ input, context }) => storeExitPack(archiveOf(context), input)),
  list: os.list.handler(({ input, context }) => readEnded(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportEnded(archiveOf(context), input.filter)),
  quiet: os.quiet.handler(({ input, context }) => readQuietOrganizations(archiveOf(context), input)),
  exportQuiet: os.exportQuiet.handler(({ input, context }) =>
    exportQuietOrganizations(archiveOf(context), input.filter),
  ),
  markActivity: os.markActivity.handler(({ input, context }) => markActivity(archiveOf(context), input)),
});
