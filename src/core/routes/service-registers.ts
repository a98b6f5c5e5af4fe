import { implement, type Router } from '@orpc/server';
import { serviceRegistersContract } from '../../shared/contract/service-registers.ts';
import { readRuralTeams } from '../services/rural-teams.ts';
import { addServiceFile, removeServiceFile, restoreServiceFile } from '../services/service-files.ts';
import {
  findLines,
  findServicePeopleBy,
  readLinesOfOrganization,
  readServiceLine,
  readServiceLines,
  removeServiceLine,
  restoreServiceLine,
  storeServiceLine,
} from '../services/service-lines.ts';
import { readPoints, redeemPoints } from '../services/service-points.ts';
import { issueProof } from '../services/service-proofs.ts';
import {
  exportServiceLines,
  importServiceLines,
  serviceTemplate,
  undoServiceImport,
} from '../services/service-workbooks.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(serviceRegistersContract).$context<CoreContext>().use(codedRefusals);

export const serviceRegistersRoutes: Router<typeof serviceRegistersContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readServiceLines(archiveOf(context), input)),
  get: os.get.handler(({ input, context }) => readServiceLine(archiveOf(context), input.id)),
  ofOrganization: os.ofOrganization.handler(({ input, context }) =>
    readLinesOfOrganization(archiveOf(context), input.organizationId),
  ),
  save: os.save.handler(({ input, context }) => storeServiceLine(archiveOf(context), input)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removeServiceLine(archiveOf(context), input.id);
    return {};
  }),
  restore: os.restore.handler(async ({ input, context }) => {
    await restoreServiceLine(archiveOf(context), input.id);
    return {};
  }),
  exportList: os.exportList.handler(({ input, context }) => exportServiceLines(archiveOf(context), input)),
  template: os.template.handler(({ input, context }) => serviceTemplate(archiveOf(context), input.register)),
  importList: os.importList.handler(({ input, context }) => importServiceLines(archiveOf(context), input)),
  undoImport: os.undoImport.handler(({ input, context }) =>
    undoServiceImport(archiveOf(context), input.importId),
  ),
  findPeople: os.findPeople.handler(({ input, context }) => findServicePeopleBy(archiveOf(context), input)),
  findLines: os.findLines.handler(({ input, context }) => findLines(archiveOf(context), input)),
  addFile: os.addFile.handler(({ input, context }) => addServiceFile(archiveOf(context), input)),
  removeFile: os.removeFile.handler(async ({ input, context }) => {
    await removeServiceFile(archiveOf(context), input);
    return {};
  }),
  restoreFile: os.restoreFile.handler(async ({ input, context }) => {
    await restoreServiceFile(archiveOf(context), input);
    return {};
  }),
  points: os.points.handler(({ input, context }) => readPoints(archiveOf(context), input.volunteerId)),
  redeem: os.redeem.handler(({ input, context }) => redeemPoints(archiveOf(context), input)),
  issueProof: os.issueProof.handler(({ input, context }) => issueProof(archiveOf(context), input)),
  ruralTeams: os.ruralTeams.handler(({ input, context }) => readRuralTeams(archiveOf(context), input.on)),
});
