import { implement, type Router } from '@orpc/server';
import { scansContract } from '../../shared/contract/scans.ts';
import { countScans, fileInboxItem, readInbox, setAside, takeIn } from '../services/scan-inbox.ts';
import { scanDeskOf } from '../services/scan-desk.ts';
import { inboxPlaces, inboxRows } from '../services/scan-places.ts';
import { bringBack, undoFiling } from '../services/scan-undo.ts';
import { watched } from '../services/watched-work.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(scansContract).$context<CoreContext>().use(codedRefusals);

export const scansRoutes: Router<typeof scansContract, CoreContext> = os.router({
  list: os.list.handler(async ({ input, context }) =>
    inboxRows(archiveOf(context), await readInbox(archiveOf(context), input.state)),
  ),
  counts: os.counts.handler(({ context }) => countScans(archiveOf(context))),
  takeIn: os.takeIn.handler(async ({ input, context }) => {
    const archive = archiveOf(context);
    const taken = await takeIn(archive, input.file.name, new Uint8Array(await input.file.arrayBuffer()));
    scanDeskOf(archive).wake();
    return taken;
  }),
  read: os.read.handler(({ context, signal }) =>
    watched((watch) => scanDeskOf(archiveOf(context)).readAll(watch), signal),
  ),
  file: os.file.handler(async ({ input, context }) => {
    await fileInboxItem(archiveOf(context), input.id, input.target);
    return {};
  }),
  undo: os.undo.handler(({ input, context }) => undoFiling(archiveOf(context), input.id)),
  setAside: os.setAside.handler(async ({ input, context }) => {
    await setAside(archiveOf(context), input.id);
    return {};
  }),
  bringBack: os.bringBack.handler(({ input, context }) => bringBack(archiveOf(context), input.id)),
  places: os.places.handler(({ input, context }) => inboxPlaces(archiveOf(context), input.organizationId)),
  folder: os.folder.handler(({ context }) => scanDeskOf(archiveOf(context)).folder()),
});
