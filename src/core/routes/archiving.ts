import { implement, type Router } from '@orpc/server';
import { archivingContract } from '../../shared/contract/archiving.ts';
import { exportCatalogue } from '../services/archive-catalogue.ts';
import {
  archiveYear,
  changeItem,
  readCandidates,
  readItemChanges,
  readItemClasses,
  readItems,
  setItemOpen,
} from '../services/archiving.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(archivingContract).$context<CoreContext>().use(codedRefusals);

export const archivingRoutes: Router<typeof archivingContract, CoreContext> = os.router({
  candidates: os.candidates.handler(({ input, context }) => readCandidates(archiveOf(context), input)),
  archive: os.archive.handler(({ input, context }) => archiveYear(archiveOf(context), input)),
  items: os.items.handler(({ input, context }) => readItems(archiveOf(context), input)),
  exportItems: os.exportItems.handler(({ input, context }) => exportCatalogue(archiveOf(context), input)),
  classes: os.classes.handler(({ context }) => readItemClasses(archiveOf(context))),
  change: os.change.handler(({ input, context }) => changeItem(archiveOf(context), input)),
  setOpen: os.setOpen.handler(({ input, context }) => setItemOpen(archiveOf(context), input)),
  changes: os.changes.handler(({ input, context }) => readItemChanges(archiveOf(context), input.id)),
});
