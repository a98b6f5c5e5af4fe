import { implement, type Router } from '@orpc/server';
import { filingsContract } from '../../shared/contract/filings.ts';
import { attachmentFile, attachToFiling } from '../services/filings-attachments.ts';
import { filingChecklist } from '../services/filing-checklist.ts';
import { numberRegister, previewFilingNumber } from '../services/filing-numbers.ts';
import { saveChangeGrounds } from '../services/change-grounds.ts';
import { advanceFiling } from '../services/filings-advance.ts';
import { answerObjection } from '../services/filings-objections.ts';
import { saveFilingFacts, startFilingOn, startInitialFiling } from '../services/filings-start.ts';
import { getFiling, listFilings, recordCopy } from '../services/filings.ts';
import { markNoticePhoto } from '../services/notice-photos.ts';
import { exportFilings } from '../services/filing-list.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(filingsContract).$context<CoreContext>().use(codedRefusals);

export const filingsRoutes: Router<typeof filingsContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => listFilings(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportFilings(archiveOf(context), input)),
  get: os.get.handler(({ input, context }) => getFiling(archiveOf(context), input.id)),
  startInitial: os.startInitial.handler(({ input, context }) =>
    startInitialFiling(archiveOf(context), input),
  ),
  startOnOrganization: os.startOnOrganization.handler(({ input, context }) =>
    startFilingOn(archiveOf(context), input),
  ),
  saveFacts: os.saveFacts.handler(({ input, context }) => saveFilingFacts(archiveOf(context), input)),
  advance: os.advance.handler(({ input, context }) =>
    advanceFiling(archiveOf(context), input.id, input.step),
  ),
  saveChangeGrounds: os.saveChangeGrounds.handler(({ input, context }) =>
    saveChangeGrounds(archiveOf(context), input),
  ),
  answerObjection: os.answerObjection.handler(({ input, context }) =>
    answerObjection(archiveOf(context), input),
  ),
  markNoticePhoto: os.markNoticePhoto.handler(({ input, context }) =>
    markNoticePhoto(archiveOf(context), input),
  ),
  checklist: os.checklist.handler(({ input, context }) => filingChecklist(archiveOf(context), input.id)),
  recordCopy: os.recordCopy.handler(({ input, context }) => recordCopy(archiveOf(context), input)),
  nextNumber: os.nextNumber.handler(async ({ input, context }) => ({
    filingNumber: await previewFilingNumber(archiveOf(context), input.id),
  })),
  numberRegister: os.numberRegister.handler(({ input, context }) =>
    numberRegister(archiveOf(context), input.year),
  ),
  attach: os.attach.handler(({ input, context }) => attachToFiling(archiveOf(context), input.id, input.file)),
  attachmentFile: os.attachmentFile.handler(({ input, context }) =>
    attachmentFile(archiveOf(context), input.attachmentId),
  ),
});
