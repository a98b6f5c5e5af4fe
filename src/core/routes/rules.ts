import { implement, type Router } from '@orpc/server';
import { rulesContract } from '../../shared/contract/office.ts';
import { bringDutiesUpToDate } from '../services/dossier-duties.ts';
import {
  currentRules,
  exampleFilingNumber,
  exportRules,
  importRules,
  listRules,
  saveRules,
} from '../services/rules.ts';
import { importCalendar } from '../services/working-calendar.ts';
import { anyArchiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(rulesContract).$context<CoreContext>().use(codedRefusals);

export const rulesRoutes: Router<typeof rulesContract, CoreContext> = os.router({
  current: os.current.handler(({ input, context }) => currentRules(anyArchiveOf(context), input.on)),
  list: os.list.handler(({ context }) => listRules(anyArchiveOf(context))),
  save: os.save.handler(async ({ input, context }) => {
    const saved = await saveRules(anyArchiveOf(context), input);
    await bringDutiesUpToDate(anyArchiveOf(context));
    return saved;
  }),
  importFile: os.importFile.handler(async ({ input, context }) => {
    const saved = await importRules(anyArchiveOf(context), await input.file.text());
    await bringDutiesUpToDate(anyArchiveOf(context));
    return saved;
  }),
  exportFile: os.exportFile.handler(async ({ input, context }) => {
    const { fileName, text } = await exportRules(anyArchiveOf(context), input.id);
    return new File([text], fileName, { type: 'application/json' });
  }),
  previewFilingNumber: os.previewFilingNumber.handler(async ({ input, context }) => ({
    example: await exampleFilingNumber(anyArchiveOf(context), input.template),
  })),
  importCalendar: os.importCalendar.handler(async ({ input, context }) =>
    importCalendar(anyArchiveOf(context), await input.file.text()),
  ),
});
