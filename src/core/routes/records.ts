import { implement, type Router } from '@orpc/server';
import { recordsContract } from '../../shared/contract/records.ts';
import {
  listRecycleBin,
  readRecord,
  readRecords,
  removeRecord,
  restoreRecord,
  storeRecord,
} from '../services/dossier-records.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(recordsContract).$context<CoreContext>().use(codedRefusals);

export const recordsRoutes: Router<typeof recordsContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readRecords(archiveOf(context), input)),
  get: os.get.handler(({ input, context }) => readRecord(archiveOf(context), input.id)),
  save: os.save.handler(({ input, context }) => storeRecord(archiveOf(context), input)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removeRecord(archiveOf(context), input.id);
    return {};
  }),
  restore: os.restore.handler(({ input, context }) => restoreRecord(archiveOf(context), input.id)),
  listDeleted: os.listDeleted.handler(({ context }) => listRecycleBin(archiveOf(context))),
});
