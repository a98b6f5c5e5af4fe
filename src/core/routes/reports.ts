import { implement, type Router } from '@orpc/server';
import { reportsContract } from '../../shared/contract/reports.ts';
import { exportPlan, readCommunityPlans, readPlan, readStreetPeriods } from '../services/report-plan.ts';
import { makeBallotPage, takeBallots } from '../services/survey-ballots.ts';
import {
  exportDecisions,
  exportFollowUps,
  exportSurveys,
  readDecisions,
  readFollowUps,
  readSurveys,
} from '../services/survey-lists.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(reportsContract).$context<CoreContext>().use(codedRefusals);

export const reportsRoutes: Router<typeof reportsContract, CoreContext> = os.router({
  periods: os.periods.handler(({ context }) => readStreetPeriods(archiveOf(context))),
  communities: os.communities.handler(({ input, context }) =>
    readCommunityPlans(archiveOf(context), input.period),
  ),
  plan: os.plan.handler(({ input, context }) => readPlan(archiveOf(context), input)),
  exportPlan: os.exportPlan.handler(({ input, context }) => exportPlan(archiveOf(context), input.filter)),
  surveys: os.surveys.handler(({ input, context }) => readSurveys(archiveOf(context), input)),
  exportSurveys: os.exportSurveys.handler(({ input, context }) => exportSurveys(archiveOf(context), input)),
  decisions: os.decisions.handler(({ input, context }) => readDecisions(archiveOf(context), input)),
  exportDecisions: os.exportDecisions.handler(({ input, context }) =>
    exportDecisions(archiveOf(context), input.filter),
  ),
  followUps: os.followUps.handler(({ input, context }) => readFollowUps(archiveOf(context), input)),
  exportFollowUps: os.exportFollowUps.handler(({ input, context }) =>
    exportFollowUps(archiveOf(context), input.filter),
  ),
  ballotPage: os.ballotPage.handler(({ input, context }) =>
    makeBallotPage(archiveOf(context), input.surveyId, input.group),
  ),
  takeBallots: os.takeBallots.handler(async ({ input, context }) =>
    takeBallots(archiveOf(context), input.surveyId, await input.file.text()),
  ),
});
