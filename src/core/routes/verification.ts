import { implement, type Router } from '@orpc/server';
import { verificationContract } from '../../shared/contract/verification.ts';
import { checkCode, checkPicture } from '../services/verification.ts';
import { makeVerificationPage, verificationKeys } from '../services/verification-page.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(verificationContract).$context<CoreContext>().use(codedRefusals);

export const verificationRoutes: Router<typeof verificationContract, CoreContext> = os.router({
  check: os.check.handler(({ input, context }) => checkCode(archiveOf(context), input.text)),
  checkPicture: os.checkPicture.handler(async ({ input, context }) => ({
    verdicts: await checkPicture(archiveOf(context), input.file),
  })),
  keys: os.keys.handler(({ context }) => verificationKeys(archiveOf(context))),
  page: os.page.handler(({ context }) => makeVerificationPage(archiveOf(context))),
});
