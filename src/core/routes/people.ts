import { implement, type Router } from '@orpc/server';
import { peopleContract } from '../../shared/contract/people.ts';
import { addConsent, takeConsentBack } from '../services/consents.ts';
import { countFound, exportPeople, readPeople, readPeopleSummary } from '../services/people-list.ts';
import { readPerson, saveAllowedDetails, setTags } from '../services/people.ts';
import { keepPost, reachStage, removePost, removeStage } from '../services/person-career.ts';
import {
  mergePeople,
  previewMerge,
  readDuplicates,
  readMerges,
  tellApart,
  undoMerge,
} from '../services/person-merges.ts';
import { exportEndingTerms, keepTerm, readEndingTerms, removeTerm } from '../services/role-terms.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(peopleContract).$context<CoreContext>().use(codedRefusals);

export const peopleRoutes: Router<typeof peopleContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readPeople(archiveOf(context), input)),
  count: os.count.handler(({ input, context }) => countFound(archiveOf(context), input.filter)),
  exportList: os.exportList.handler(({ input, context }) => exportPeople(archiveOf(context), input.filter)),
  summary: os.summary.handler(({ context }) => readPeopleSummary(archiveOf(context))),
  get: os.get.handler(({ input, context }) => readPerson(archiveOf(context), input.id)),
  setTags: os.setTags.handler(({ input, context }) => setTags(archiveOf(context), input.id, input.tags)),
  saveDetails: os.saveDetails.handler(({ input, context }) =>
    saveAllowedDetails(archiveOf(context), input.id, input.details),
  ),
  addConsent: os.addConsent.handler(({ input, context }) =>
    addConsent(archiveOf(context), input.id, input.consent),
  ),
  revokeConsent: os.revokeConsent.handler(({ input, context }) => takeConsentBack(archiveOf(context), input)),
  reachStage: os.reachStage.handler(({ input, context }) =>
    reachStage(archiveOf(context), input.id, input.reached),
  ),
  removeStage: os.removeStage.handler(({ input, context }) =>
    removeStage(archiveOf(context), input.id, input.stage),
  ),
  savePost: os.savePost.handler(({ input, context }) => keepPost(archiveOf(context), input)),
  removePost: os.removePost.handler(({ input, context }) =>
    removePost(archiveOf(context), input.id, input.postId),
  ),
  saveTerm: os.saveTerm.handler(({ input, context }) => keepTerm(archiveOf(context), input)),
  removeTerm: os.removeTerm.handler(({ input, context }) =>
    removeTerm(archiveOf(context), input.membershipId, input.termId),
  ),
  endingTerms: os.endingTerms.handler(({ context }) => readEndingTerms(archiveOf(context))),
  exportEndingTerms: os.exportEndingTerms.handler(({ context }) => exportEndingTerms(archiveOf(context))),
  duplicates: os.duplicates.handler(({ context }) => readDuplicates(archiveOf(context))),
  tellApart: os.tellApart.handler(async ({ input, context }) => {
    await tellApart(archiveOf(context), input);
    return {};
  }),
  mergePreview: os.mergePreview.handler(({ input, context }) => previewMerge(archiveOf(context), input)),
  merge: os.merge.handler(({ input, context }) => mergePeople(archiveOf(context), input)),
  merges: os.merges.handler(({ context }) => readMerges(archiveOf(context))),
  undoMerge: os.undoMerge.handler(({ input, context }) => undoMerge(archiveOf(context), input.id)),
});
