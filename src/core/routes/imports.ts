import { implement, type Router } from '@orpc/server';
import { importsContract } from '../../shared/contract/imports.ts';
import { undoImport } from '../services/imports-undo.ts';
import { rejectsOf, reportWorkbookOf, type ImportWorkbook } from '../services/imports-workbooks.ts';
import { analyseWorkbook, dryRunImport, listImports, runImport } from '../services/imports.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(importsContract).$context<CoreContext>().use(codedRefusals);

const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const asFile = ({ fileName, bytes }: ImportWorkbook): File =>
  new File([new Uint8Array(bytes)], fileName, { type: spreadsheetType });

export const importsRoutes: Router<typeof importsContract, CoreContext> = os.router({
  analyse: os.analyse.handler(async ({ input, context }) =>
    analyseWorkbook(archiveOf(context), input.file.name, new Uint8Array(await input.file.arrayBuffer())),
  ),
  dryRun: os.dryRun.handler(({ input, context, signal }) =>
    dryRunImport(archiveOf(context), input.uploadId, input.mapping, signal),
  ),
  run: os.run.handler(({ input, context, signal }) =>
    runImport(archiveOf(context), input.uploadId, input.mapping, signal),
  ),
  rejects: os.rejects.handler(async ({ input, context }) =>
    asFile(await rejectsOf(archiveOf(context), input)),
  ),
  report: os.report.handler(async ({ input, context }) =>
    asFile(await reportWorkbookOf(archiveOf(context), input)),
  ),
  list: os.list.handler(({ context }) => listImports(archiveOf(context))),
  undo: os.undo.handler(({ input, context }) => undoImport(archiveOf(context), input.id)),
});
