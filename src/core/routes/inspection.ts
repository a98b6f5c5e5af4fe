import { implement, type Router } from '@orpc/server';
import { inspectionContract } from '../../shared/contract/inspection.ts';
import { makeDossier, takeDossier } from '../inspection/made-dossiers.ts';
import { watched } from '../services/watched-work.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(inspectionContract).$context<CoreContext>().use(codedRefusals);

export const inspectionRoutes: Router<typeof inspectionContract, CoreContext> = os.router({
  make: os.make.handler(async ({ input, context, signal }) => {
    const archive = archiveOf(context);
    return watched((watch) => makeDossier(archive, input, watch, signal), signal);
  }),
  take: os.take.handler(({ input, context }) => takeDossier(archiveOf(context), input)),
});
