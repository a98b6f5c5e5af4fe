import { implement, type Router } from '@orpc/server';
import { eligibilityContract } from '../../shared/contract/eligibility.ts';
import {
  addRestriction,
  checkEligibility,
  readRestrictions,
  removeRestriction,
} from '../services/eligibility.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(eligibilityContract).$context<CoreContext>().use(codedRefusals);

export const eligibilityRoutes: Router<typeof eligibilityContract, CoreContext> = os.router({
  check: os.check.handler(({ input, context }) => checkEligibility(archiveOf(context), input)),
  restrictions: os.restrictions.handler(({ context }) => readRestrictions(archiveOf(context))),
  addRestriction: os.addRestriction.handler(({ input, context }) =>
    addRestriction(archiveOf(context), input),
  ),
  removeRestriction: os.removeRestriction.handler(async ({ input, context }) => {
    await removeRestriction(archiveOf(context), input.id);
    return {};
  }),
});
