import { implement, type Router } from '@orpc/server';
import { bulkContract } from '../../shared/contract/bulk.ts';
import { applyBulk, previewBulk, readLastBulk, undoBulk } from '../services/bulk-edit.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(bulkContract).$context<CoreContext>().use(codedRefusals);

export const bulkRoutes: Router<typeof bulkContract, CoreContext> = os.router({
  preview: os.preview.handler(({ input, context }) => previewBulk(archiveOf(context), input)),
  apply: os.apply.handler(({ input, context }) => applyBulk(archiveOf(context), input)),
  last: os.last.handler(({ context }) => readLastBulk(archiveOf(context))),
  undo: os.undo.handler(({ input, context }) => undoBulk(archiveOf(context), input.id)),
});
