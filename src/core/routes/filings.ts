import { implement, type Router } from '@orpc/server';
import { filingsContract } from '../../shared/contract/filings.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(filingsContract).$context<CoreContext>().use(codedRefusals);

export const filingsRoutes: Router<typeof filingsContract, CoreContext> = os.router({
  list: os.list.handler(pending),
  get: os.get.handler(pending),
  startInitial: os.startInitial.handler(pending),
  startOnOrganization: os.startOnOrganization.handler(pending),
  saveFacts: os.saveFacts.handler(pending),
  advance: os.advance.handler(pending),
  checklist: os.checklist.handler(pending),
  recordCopy: os.recordCopy.handler(pending),
  nextNumber: os.nextNumber.handler(pending),
  numberRegister: os.numberRegister.handler(pending),
  attach: os.attach.handler(pending),
  attachmentFile: os.attachmentFile.handler(pending),
});
