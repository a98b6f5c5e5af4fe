import { implement, type Router } from '@orpc/server';
import { printingContract } from '../../shared/contract/printing.ts';
import { sheetFor, usualSetup } from '../../shared/domain/printing.ts';
import { printQueue } from '../documents/print-run.ts';
import { printTestPage } from '../documents/print-test-page.ts';
import { paperTemplates } from '../documents/paper-templates.ts';
import { stockNamesOfKind, stockSample } from '../documents/stock-sample.ts';
import {
  chooseLabelSheet,
  readLabelSheets,
  removeLabelSheet,
  saveLabelSheet,
} from '../services/label-sheets.ts';
import {
  addToQueue,
  arrangeQueue,
  forgetPrinted,
  queueAgain,
  readQueue,
  removeFromQueue,
  setCopies,
} from '../services/print-queue.ts';
import {
  keepPrinter,
  keepStockFields,
  printerInUse,
  readPrinters,
  readSetups,
  removePrinter,
  saveSetup,
} from '../services/printers.ts';
import { watched } from '../services/watched-work.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(printingContract).$context<CoreContext>().use(codedRefusals);

const a4 = { widthMm: 210, heightMm: 297, orientation: 'portrait' } as const;

export const printingRoutes: Router<typeof printingContract, CoreContext> = os.router({
  queue: os.queue.handler(({ context }) => readQueue(archiveOf(context))),
  add: os.add.handler(async ({ input, context }) => {
    const archive = archiveOf(context);
    // Papers of a subject that is not there are refused now, not when they are printed.
    const [first] = await paperTemplates[input.kind].prepare(archive, input.subjectIds.slice(0, 1));
    return addToQueue(archive, { ...input, firstName: first?.name ?? '' });
  }),
  remove: os.remove.handler(({ input, context }) => removeFromQueue(archiveOf(context), input.ids)),
  forgetPrinted: os.forgetPrinted.handler(({ context }) => forgetPrinted(archiveOf(context))),
  arrange: os.arrange.handler(({ input, context }) => arrangeQueue(archiveOf(context), input.ids)),
  setCopies: os.setCopies.handler(({ input, context }) =>
    setCopies(archiveOf(context), input.id, input.copies),
  ),
  again: os.again.handler(({ input, context }) => queueAgain(archiveOf(context), input.id)),
  print: os.print.handler(({ input, context, signal }) => {
    const archive = archiveOf(context);
    return watched((watch) => printQueue(archive, input, watch, signal), signal);
  }),
  way: os.way.handler(async ({ context }) => {
    const { printers } = archiveOf(context).ports;
    if (printers === undefined) return { way: 'file', devices: [] };
    return { way: printers.way, devices: [...(await printers.list())] };
  }),
  setups: os.setups.handler(({ context }) => readSetups(archiveOf(context))),
  saveSetup: os.saveSetup.handler(({ input, context }) =>
    saveSetup(archiveOf(context), input.kind, input.setup),
  ),
  printers: os.printers.handler(({ context }) => readPrinters(archiveOf(context))),
  savePrinter: os.savePrinter.handler(({ input, context }) => keepPrinter(archiveOf(context), input)),
  removePrinter: os.removePrinter.handler(({ input, context }) =>
    removePrinter(archiveOf(context), input.id),
  ),
  testPage: os.testPage.handler(({ input, context }) =>
    printTestPage(archiveOf(context), {
      ...input,
      sheet: sheetFor(a4, { ...usualSetup, sheet: input.sheet }),
    }),
  ),
  stock: os.stock.handler(async ({ input, context }) => {
    const { stockOf } = await printerInUse(archiveOf(context), input.printerId);
    return { fields: stockOf(input.kind), names: stockNamesOfKind(input.kind) };
  }),
  stockSample: os.stockSample.handler(({ input }) => stockSample(input.kind, input.fields)),
  saveStock: os.saveStock.handler(({ input, context }) =>
    keepStockFields(archiveOf(context), input.printerId, input.kind, input.fields),
  ),
  labelSheets: os.labelSheets.handler(({ context }) => readLabelSheets(archiveOf(context))),
  saveLabelSheet: os.saveLabelSheet.handler(({ input, context }) =>
    saveLabelSheet(archiveOf(context), input),
  ),
  removeLabelSheet: os.removeLabelSheet.handler(({ input, context }) =>
    removeLabelSheet(archiveOf(context), input.id),
  ),
  chooseLabelSheet: os.chooseLabelSheet.handler(({ input, context }) =>
    chooseLabelSheet(archiveOf(context), input.id),
  ),
});
