import { implement, type Router } from '@orpc/server';
import { viewsContract } from '../../shared/contract/views.ts';
import { keepView, nameView, orderViews, readSavedViews, removeView } from '../services/saved-views.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(viewsContract).$context<CoreContext>().use(codedRefusals);

export const viewsRoutes: Router<typeof viewsContract, CoreContext> = os.router({
  list: os.list.handler(async ({ context }) => [...(await readSavedViews(archiveOf(context)))]),
  save: os.save.handler(async ({ input, context }) => [...(await keepView(archiveOf(context), input))]),
  rename: os.rename.handler(async ({ input, context }) => [...(await nameView(archiveOf(context), input))]),
  reorder: os.reorder.handler(async ({ input, context }) => [
    ...(await orderViews(archiveOf(context), input.ids)),
  ]),
  remove: os.remove.handler(async ({ input, context }) => [
    ...(await removeView(archiveOf(context), input.id)),
  ]),
});
