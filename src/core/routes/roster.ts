import { implement, type Router } from '@orpc/server';
import { rosterContract } from '../../shared/contract/roster.ts';
import {
  addMember,
  changeMember,
  leaveRoster,
  rejoinRoster,
  removeMember,
  undoLeave,
} from '../services/roster-changes.ts';
import { addMembers } from '../services/roster-entry.ts';
import { changeResponsiblePerson } from '../services/responsible-person-change.ts';
import { readSnapshotRows, readSnapshots, takeSnapshot } from '../services/roster-snapshots.ts';
import {
  exportRoster,
  findPossiblePeople,
  readRoster,
  readStays,
  readStructure,
} from '../services/roster.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(rosterContract).$context<CoreContext>().use(codedRefusals);

export const rosterRoutes: Router<typeof rosterContract, CoreContext> = os.router({
  list: os.list.handler(({ input, context }) => readRoster(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) => exportRoster(archiveOf(context), input)),
  add: os.add.handler(({ input, context }) => addMember(archiveOf(context), input)),
  addMany: os.addMany.handler(({ input, context }) => addMembers(archiveOf(context), input)),
  update: os.update.handler(({ input, context }) => changeMember(archiveOf(context), input)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removeMember(archiveOf(context), input.membershipId);
    return {};
  }),
  leave: os.leave.handler(({ input, context }) => leaveRoster(archiveOf(context), input)),
  undoLeave: os.undoLeave.handler(({ input, context }) => undoLeave(archiveOf(context), input.membershipId)),
  rejoin: os.rejoin.handler(({ input, context }) => rejoinRoster(archiveOf(context), input)),
  changeResponsiblePerson: os.changeResponsiblePerson.handler(({ input, context }) =>
    changeResponsiblePerson(archiveOf(context), input),
  ),
  history: os.history.handler(({ input, context }) => readStays(archiveOf(context), input)),
  structure: os.structure.handler(({ input, context }) => readStructure(archiveOf(context), input)),
  snapshots: os.snapshots.handler(({ input, context }) =>
    readSnapshots(archiveOf(context), input.organizationId),
  ),
  snapshotRows: os.snapshotRows.handler(({ input, context }) =>
    readSnapshotRows(archiveOf(context), input.id),
  ),
  takeSnapshot: os.takeSnapshot.handler(({ input, context }) => takeSnapshot(archiveOf(context), input)),
  findPeople: os.findPeople.handler(({ input, context }) => findPossiblePeople(archiveOf(context), input)),
});
