import { implement, type Router } from '@orpc/server';
import { officeContract } from '../../shared/contract/office.ts';
import { getOffice, putCommunity, updateOffice } from '../services/office.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(officeContract).$context<CoreContext>().use(codedRefusals);

export const officeRoutes: Router<typeof officeContract, CoreContext> = os.router({
  get: os.get.handler(async ({ context }) => {
    const { profile, communities } = await getOffice(archiveOf(context));
    return { profile, communities: [...communities] };
  }),
  update: os.update.handler(({ input, context }) => updateOffice(archiveOf(context), input)),
  saveCommunity: os.saveCommunity.handler(({ input, context }) => putCommunity(archiveOf(context), input)),
});
