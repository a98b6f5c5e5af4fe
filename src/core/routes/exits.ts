import { implement, type Router } from '@orpc/server';
import { exitsContract } from '../../shared/contract/exits.ts';
import { checkSeal, readExit, sealDossier, unsealDossier } from '../services/dossier-seal.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(exitsContract).$context<CoreContext>().use(codedRefusals);

export const exitsRoutes: Router<typeof exitsContract, CoreContext> = os.router({
  get: os.get.handler(({ input, context }) => readExit(archiveOf(context), input.id)),
  seal: os.seal.handler(({ input, context }) => sealDossier(archiveOf(context), input)),
  unseal: os.unseal.handler(({ input, context }) => unsealDossier(archiveOf(context), input)),
  checkSeal: os.checkSeal.handler(({ input, context }) => checkSeal(archiveOf(context), input.id)),
});
