import { implement, type Router } from '@orpc/server';
import { rotationContract } from '../../shared/contract/rotation.ts';
import type { TrainingCycleId } from '../../shared/domain/ids.ts';
import { exportCoverage, exportGaps } from '../services/gap-list.ts';
import {
  exportBoard,
  keepCycle,
  keepTarget,
  readBoard,
  readCycles,
  removeCycle,
  removeTarget,
} from '../services/policy-board.ts';
import { readCoverage, readTrend, type RotationQuestion } from '../services/rotation.ts';
import {
  exportCompletions,
  issueCompletions,
  readCompleted,
  readCompletions,
  voidCompletionOf,
} from '../services/training-completions.ts';
import { readOrganizationTraining, readTrainingDuties } from '../services/training-figures.ts';
import { acceptPlan, proposeSessions } from '../services/training-planning.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(rotationContract).$context<CoreContext>().use(codedRefusals);

/** A question of today where it names no day. */
const asked = (
  { ports }: CoreContext,
  { asOf, cycleId }: { readonly asOf: string | null; readonly cycleId: TrainingCycleId | null },
): RotationQuestion => ({ asOf: asOf ?? ports.clock.today(), cycleId });

export const rotationRoutes: Router<typeof rotationContract, CoreContext> = os.router({
  coverage: os.coverage.handler(({ input, context }) =>
    readCoverage(archiveOf(context), asked(context, input)),
  ),
  trend: os.trend.handler(({ input, context }) => readTrend(archiveOf(context), asked(context, input))),
  exportCoverage: os.exportCoverage.handler(({ input, context }) =>
    exportCoverage(archiveOf(context), asked(context, input)),
  ),
  exportGaps: os.exportGaps.handler(({ input, context }) => exportGaps(archiveOf(context), input)),
  cycles: os.cycles.handler(({ context }) => readCycles(archiveOf(context))),
  saveCycle: os.saveCycle.handler(({ input, context }) => keepCycle(archiveOf(context), input)),
  removeCycle: os.removeCycle.handler(({ input, context }) => removeCycle(archiveOf(context), input.id)),
  board: os.board.handler(({ context }) => readBoard(archiveOf(context))),
  exportBoard: os.exportBoard.handler(({ context }) => exportBoard(archiveOf(context))),
  saveTarget: os.saveTarget.handler(({ input, context }) => keepTarget(archiveOf(context), input)),
  removeTarget: os.removeTarget.handler(({ input, context }) => removeTarget(archiveOf(context), input.id)),
  plan: os.plan.handler(({ input, context, signal }) => proposeSessions(archiveOf(context), input, signal)),
  acceptPlan: os.acceptPlan.handler(({ input, context }) => acceptPlan(archiveOf(context), input)),
  ofOrganization: os.ofOrganization.handler(({ input, context }) =>
    readOrganizationTraining(archiveOf(context), input.organizationId),
  ),
  duties: os.duties.handler(({ context }) => readTrainingDuties(archiveOf(context))),
  completed: os.completed.handler(({ input, context }) => readCompleted(archiveOf(context), input.subject)),
  issueCompletions: os.issueCompletions.handler(({ input, context }) =>
    issueCompletions(archiveOf(context), input),
  ),
  voidCompletion: os.voidCompletion.handler(({ input, context }) =>
    voidCompletionOf(archiveOf(context), input),
  ),
  completions: os.completions.handler(({ input, context }) => readCompletions(archiveOf(context), input)),
  exportCompletions: os.exportCompletions.handler(({ input, context }) =>
    exportCompletions(archiveOf(context), input.scope),
  ),
});
