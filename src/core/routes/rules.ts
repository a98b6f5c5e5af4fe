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
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(rulesContract).$context<CoreContext>().use(codedRefusals);

export const rulesRoutes: Router<typeof rulesContract, CoreContext> = os.router({
  current: os.current.handler(({ input, context }) => currentRules(archiveOf(context), input.on)),
  list: os.list.handler(({ context }) => listRules(archiveOf(context))),
  save: os.save.handler(async ({ input, context }) => {
    const saved = await saveRules(archiveOf(context), input);
    await bringDutiesUpToDate(archiveOf(context));
    return saved;
  }),
  importFile: os.importFile.handler(async ({ input, context }) => {
    const saved = await importRules(archiveOf(context), await input.file.text());
    await bringDutiesUpToDate(archiveOf(context));
    return saved;
  }),
  exportFile: os.exportFile.handler(async ({ input, context }) => {
    const { fileName, text } = await exportRules(archiveOf(context), input.id);
    return new File([text], fileName, { type: 'application/json' });
  }),
  previewFilingNumber: os.previewFilingNumber.handler(async ({ input, context }) => ({
    example: await exampleFilingNumber(archiveOf(context), input.template),
  })),
  importCalendar: os.importCalendar.handler(async ({ input, context }) =>
    importCalendar(archiveOf(context), await input.file.text()),
  ),
});
