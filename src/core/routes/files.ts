import { implement, type Router } from '@orpc/server';
import { filesContract } from '../../shared/contract/files.ts';
import {
  addPaper,
  changePaper,
  paperFile,
  readPapers,
  removePaper,
  restorePaper,
} from '../services/dossier-files.ts';
import { pageOfAttachment, viewAttachment } from '../services/attachment-preview.ts';
import { readRequiredPapers, writeRequiredPapers } from '../services/required-papers.ts';
import { readOfficeParts, writeOfficeParts } from '../services/office-parts.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(filesContract).$context<CoreContext>().use(codedRefusals);

export const filesRoutes: Router<typeof filesContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readPapers(archiveOf(context), input)),
  add: os.add.handler(({ input, context }) => addPaper(archiveOf(context), input)),
  update: os.update.handler(({ input, context }) => changePaper(archiveOf(context), input)),
  requiredPapers: os.requiredPapers.handler(({ context }) => readRequiredPapers(archiveOf(context))),
  saveRequiredPapers: os.saveRequiredPapers.handler(({ input, context }) =>
    writeRequiredPapers(archiveOf(context), input.papers),
  ),
  parts: os.parts.handler(({ context }) => readOfficeParts(archiveOf(context))),
  saveParts: os.saveParts.handler(({ input, context }) => writeOfficeParts(archiveOf(context), input.parts)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removePaper(archiveOf(context), input.id);
    return {};
  }),
  restore: os.restore.handler(({ input, context }) => restorePaper(archiveOf(context), input.id)),
  file: os.file.handler(({ input, context }) => paperFile(archiveOf(context), input.attachmentId)),
  view: os.view.handler(({ input, context }) => viewAttachment(archiveOf(context), input.attachmentId)),
  page: os.page.handler(({ input, context }) => pageOfAttachment(archiveOf(context), input)),
});
