import { implement, type Router } from '@orpc/server';
import { documentsContract } from '../../shared/contract/documents.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(documentsContract).$context<CoreContext>().use(codedRefusals);

export const documentsRoutes: Router<typeof documentsContract, CoreContext> = os.router({
  preview: os.preview.handler(pending),
  make: os.make.handler(pending),
  takeFile: os.takeFile.handler(pending),
});
