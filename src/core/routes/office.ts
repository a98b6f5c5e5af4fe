import { implement, type Router } from '@orpc/server';
import { officeContract } from '../../shared/contract/office.ts';
import { getOffice, putCommunity, sealPicture, setSealPicture, updateOffice } from '../services/office.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(officeContract).$context<CoreContext>().use(codedRefusals);

export const officeRoutes: Router<typeof officeContract, CoreContext> = os.router({
  get: os.get.handler(async ({ context }) => {
    const { profile, communities } = await getOffice(archiveOf(context));
    return { profile, communities: [...communities] };
  }),
  update: os.update.handler(({ input, context }) => updateOffice(archiveOf(context), input)),
  saveCommunity: os.saveCommunity.handler(({ input, context }) => putCommunity(archiveOf(context), input)),
  setSealPicture: os.setSealPicture.handler(async ({ input, context }) => {
    await setSealPicture(
      archiveOf(context),
      input.file === null ? null : new Uint8Array(await input.file.arrayBuffer()),
    );
    return { present: input.file !== null };
  }),
  sealPicture: os.sealPicture.handler(async ({ context }) => {
    const picture = await sealPicture(archiveOf(context));
    if (picture === null) return { dataUrl: null };
    return { dataUrl: `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}` };
  }),
});
