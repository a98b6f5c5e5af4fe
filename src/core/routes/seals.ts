import { implement, type Router } from '@orpc/server';
import { sealsContract } from '../../shared/contract/seals.ts';
import { checkedSeal } from '../documents/checked-seal.ts';
import {
  decideSealPermission,
  exportUses,
  listUses,
  recordHandUse,
  removeSealPicture,
  sealState,
  setSealPicture,
  strikeUse,
} from '../services/seals.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(sealsContract).$context<CoreContext>().use(codedRefusals);

export const sealsRoutes: Router<typeof sealsContract, CoreContext> = os.router({
  state: os.state.handler(({ context }) => sealState(archiveOf(context))),
  setPicture: os.setPicture.handler(async ({ input: { file, ...input }, context }) => {
    const archive = archiveOf(context);
    const picture = checkedSeal(new Uint8Array(await file.arrayBuffer()), input.diameterMm);
    return setSealPicture(archive, picture, input);
  }),
  removePicture: os.removePicture.handler(({ input, context }) =>
    removeSealPicture(archiveOf(context), input),
  ),
  setPermission: os.setPermission.handler(({ input, context }) =>
    decideSealPermission(archiveOf(context), input),
  ),
  uses: os.uses.handler(({ input, context }) => listUses(archiveOf(context), input)),
  exportUses: os.exportUses.handler(({ input, context }) => exportUses(archiveOf(context), input.filter)),
  recordHandUse: os.recordHandUse.handler(({ input, context }) => recordHandUse(archiveOf(context), input)),
  strikeUse: os.strikeUse.handler(({ input, context }) => strikeUse(archiveOf(context), input)),
});
