import { basename } from 'node:path';
import { implement, type Router } from '@orpc/server';
import { archiveContract, type ArchiveStatus } from '../../shared/contract/archive.ts';
import { bureauProfileOf } from '../services/bureau-profile.ts';
import { getOffice } from '../services/office.ts';
import { hasSampleStreet, importSampleStreet, sampleOffice } from '../services/sample-street.ts';
import { anyArchiveOf, archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(archiveContract).$context<CoreContext>().use(codedRefusals);

const statusOf = async ({ session, ports }: CoreContext): Promise<ArchiveStatus> => {
  const state = session.state();
  const desk = session.desk();
  const office = desk === 'office' ? await getOffice(session.requireOpen()) : null;
  const bureau = desk === 'bureau' ? await bureauProfileOf(session.requireOpen()) : null;
  return {
    state,
    folderName: basename(ports.paths.archive),
    desk,
    hubName: office?.profile.hubName ?? null,
    streetName: office?.profile.streetName ?? null,
    bureauName: bureau?.bureauName ?? null,
    districtName: bureau?.districtName ?? office?.profile.districtName ?? null,
    sampleAvailable: hasSampleStreet(ports),
    applicationVersion: ports.applicationVersion,
  };
};

export const archiveRoutes: Router<typeof archiveContract, CoreContext> = os.router({
  status: os.status.handler(({ context }) => statusOf(context)),
  create: os.create.handler(async ({ input, context }) => ({
    recoveryCode:
      input.desk === 'bureau'
        ? await context.session.createBureau(input.password, input.bureau)
        : await context.session.create(input.password, input.office),
  })),
  createSample: os.createSample.handler(async function* ({ input, context }) {
    const recoveryCode = await context.session.create(input.password, await sampleOffice(context.ports));
    for await (const event of importSampleStreet(archiveOf(context))) {
      if (event.type === 'progress') yield event;
    }
    yield { type: 'result', result: { recoveryCode } };
  }),
  unlock: os.unlock.handler(async ({ input, context }) => {
    await context.session.unlock(input.password);
    return statusOf(context);
  }),
  recover: os.recover.handler(async ({ input, context }) => ({
    recoveryCode: await context.session.recover(input.recoveryCode, input.newPassword),
  })),
  lock: os.lock.handler(async ({ context }) => {
    await context.session.lock();
    return statusOf(context);
  }),
  changePassword: os.changePassword.handler(async ({ input, context }) => {
    anyArchiveOf(context);
    await context.session.changePassword(input.currentPassword, input.newPassword);
    return {};
  }),
  renewRecoveryCode: os.renewRecoveryCode.handler(async ({ input, context }) => {
    anyArchiveOf(context);
    return { recoveryCode: await context.session.renewRecoveryCode(input.password) };
  }),
});
