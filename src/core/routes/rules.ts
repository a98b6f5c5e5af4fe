import { implement, type Router } from '@orpc/server';
import { rulesContract } from '../../shared/contract/office.ts';
import { codedRefusals, type CoreContext } from './base.ts';
import { pending } from './pending.ts';

const os = implement(rulesContract).$context<CoreContext>().use(codedRefusals);

export const rulesRoutes: Router<typeof rulesContract, CoreContext> = os.router({
  current: os.current.handler(pending),
  list: os.list.handler(pending),
  save: os.save.handler(pending),
  importFile: os.importFile.handler(pending),
  exportFile: os.exportFile.handler(pending),
  previewFilingNumber: os.previewFilingNumber.handler(pending),
  importCalendar: os.importCalendar.handler(pending),
});
