import { implement, type Router } from '@orpc/server';
import { disclosuresContract } from '../../shared/contract/disclosures.ts';
import {
  exportOverdue,
  listOverdue,
  readDisclosurePlan,
  readNoticeBoards,
  readOpenObjections,
} from '../services/disclosure-lists.ts';
import {
  answerObjection,
  publishDisclosure,
  receiveObjection,
  screenDisclosure,
} from '../services/disclosures.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(disclosuresContract).$context<CoreContext>().use(codedRefusals);

export const disclosuresRoutes: Router<typeof disclosuresContract, CoreContext> = os.router({
  plan: os.plan.handler(({ input, context }) => readDisclosurePlan(archiveOf(context), input.id)),
  screen: os.screen.handler(({ input, context }) => screenDisclosure(archiveOf(context), input.id)),
  publish: os.publish.handler(({ input, context }) => publishDisclosure(archiveOf(context), input)),
  receiveObjection: os.receiveObjection.handler(({ input, context }) =>
    receiveObjection(archiveOf(context), input),
  ),
  answerObjection: os.answerObjection.handler(({ input, context }) =>
    answerObjection(archiveOf(context), input),
  ),
  overdue: os.overdue.handler(({ input, context }) => listOverdue(archiveOf(context), input)),
  exportOverdue: os.exportOverdue.handler(({ input, context }) =>
    exportOverdue(archiveOf(context), input.filter),
  ),
  openObjections: os.openObjections.handler(({ context }) => readOpenObjections(archiveOf(context))),
  noticeBoards: os.noticeBoards.handler(({ input, context }) => readNoticeBoards(archiveOf(context), input)),
});
