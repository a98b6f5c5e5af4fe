import { implement, type Router } from '@orpc/server';
import { areasContract } from '../../shared/contract/areas.ts';
import {
  applyAreaChange,
  previewAreaChange,
  readAreaChanges,
  readCommunityCounts,
  undoAreaChange,
} from '../services/area-changes.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(areasContract).$context<CoreContext>().use(codedRefusals);

export const areasRoutes: Router<typeof areasContract, CoreContext> = os.router({
  preview: os.preview.handler(({ input, context }) => previewAreaChange(archiveOf(context), input)),
  apply: os.apply.handler(({ input, context }) => applyAreaChange(archiveOf(context), input)),
  list: os.list.handler(async ({ context }) => [...(await readAreaChanges(archiveOf(context)))]),
  undo: os.undo.handler(async ({ input, context }) => {
    await undoAreaChange(archiveOf(context), input.id);
    return {};
  }),
  counts: os.counts.handler(async ({ input, context }) => [
    ...(await readCommunityCounts(archiveOf(context), input.on)),
  ]),
});
