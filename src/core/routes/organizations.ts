import { implement, type Router } from '@orpc/server';
import { organizationsContract } from '../../shared/contract/organizations.ts';
import { readDossier } from '../services/dossier.ts';
import { listFactVersions } from '../services/fact-versions.ts';
import { checkName } from '../services/name-check.ts';
import { exportOrganizationList, listOrganizations, saveFacts } from '../services/organizations.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(organizationsContract).$context<CoreContext>().use(codedRefusals);

export const organizationsRoutes: Router<typeof organizationsContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => listOrganizations(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) =>
    exportOrganizationList(archiveOf(context), input),
  ),
  dossier: os.dossier.handler(({ input, context }) => readDossier(archiveOf(context), input.id)),
  versions: os.versions.handler(({ input, context }) => listFactVersions(archiveOf(context), input.id)),
  updateFacts: os.updateFacts.handler(({ input, context }) =>
    saveFacts(archiveOf(context), input.id, input.facts),
  ),
  checkName: os.checkName.handler(({ input, context }) =>
    checkName(archiveOf(context), input.name, input.exceptId),
  ),
});
