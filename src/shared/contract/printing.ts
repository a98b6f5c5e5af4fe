import { z } from 'zod';
import { documentKind, paper } from '../domain/document.ts';
import { organizationId, printerId, printJobId } from '../domain/ids.ts';
import { paperMark } from '../domain/issued-paper.ts';
import { labelChoice, labelSheet, labelSheetFormat, labelSheetId } from '../domain/label-sheet.ts';
import {
  isLabelKind,
  isStockKind,
  mayChangeSheet,
  paperSetup,
  printedDocument,
  printer,
  printerOffset,
  printJob,
  printRun,
  printWay,
  sheetSize,
  stockFields,
  stockKind,
} from '../domain/printing.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

const queue = z.object({ waiting: z.array(printJob), printed: z.array(printJob) });
const setups = z.array(z.object({ kind: documentKind, setup: paperSetup }));
const labelSheets = z.object({ sheets: z.array(labelSheet), usual: labelSheetId });
const copies = z.int().min(1).max(20);

export const printingContract = {
  /** What waits, in its order, and what was printed last. */
  queue: onArchive.output(queue),
  /** Puts papers behind those that wait; what waits already is not put there twice. */
  add: onArchive
    .input(
      z
        .object({
          kind: documentKind,
          subjectIds: z.array(z.string().min(1).max(64)).min(1).max(5000),
          mark: paperMark.nullable(),
          labels: labelChoice.nullable(),
        })
        .refine(({ kind, labels }) => labels === null || isLabelKind(kind), { path: ['labels'] }),
    )
    .output(queue.extend({ added: z.int() })),
  remove: onArchive.input(z.object({ ids: z.array(printJobId).min(1).max(500) })).output(queue),
  /** Clears the list of what was printed. The registers stay. */
  forgetPrinted: onArchive.output(queue),
  /** All that waits, in a new order. */
  arrange: onArchive.input(z.object({ ids: z.array(printJobId).max(500) })).output(queue),
  setCopies: onArchive.input(z.object({ id: printJobId, copies })).output(queue),
  /** Lets printed papers wait once more. */
  again: onArchive.input(z.object({ id: printJobId })).output(queue),
  /**
   * Prints jobs, one document for each format. A document that was not sent is taken with `documents.takeFile`.
   * Nothing is registered and nothing printed where it is cancelled or fails.
   */
  print: onArchive
    .errors(refusals('PDF_PRINTER_MISSING', 'PDF_FAILED', 'CANCELLED'))
    .input(printRun)
    .output(
      progressThen(
        z.object({
          documents: z.array(printedDocument),
          jobs: z.int(),
          papers: z.int(),
          numbered: z.int(),
          skipped: z.array(
            z.object({
              subjectId: z.string(),
              organizationId: organizationId.nullable(),
              name: z.string(),
              missing: z.array(z.string()),
            }),
          ),
        }),
      ),
    ),
  /** How papers come to a printer on this computer, and which printers the system knows. */
  way: onArchive.output(
    z.object({
      way: printWay,
      devices: z.array(z.object({ name: z.string(), label: z.string(), usual: z.boolean() })),
    }),
  ),
  /** What the office set; other kinds are printed as usual. */
  setups: onArchive.output(setups),
  saveSetup: onArchive
    .input(
      z
        .object({ kind: documentKind, setup: paperSetup })
        .refine(({ kind, setup }) => setup.sheet === 'own' || mayChangeSheet(kind), {
          path: ['setup', 'sheet'],
        })
        .refine(({ kind, setup }) => !setup.stock || isStockKind(kind), { path: ['setup', 'stock'] }),
    )
    .output(setups),
  printers: onArchive.output(z.array(printer)),
  savePrinter: onArchive
    .input(
      z.object({
        id: printerId.nullable(),
        name: printer.shape.name,
        deviceName: printer.shape.deviceName,
        offset: printerOffset,
        usual: z.boolean(),
        measured: z.boolean(),
      }),
    )
    .output(z.array(printer)),
  removePrinter: onArchive.input(z.object({ id: printerId })).output(z.array(printer)),
  /** A page to measure a printer by; null where it was sent to the printer. */
  testPage: onArchive
    .errors(refusals('PDF_PRINTER_MISSING', 'PDF_FAILED', 'PRINT_FAILED'))
    .input(
      z.object({
        printerId,
        corrected: z.boolean(),
        sheet: sheetSize.exclude(['own', 'custom']),
        direct: z.boolean(),
      }),
    )
    .output(z.file().nullable()),
  /** Fields of a stock as one printer prints them, and a sample of the paper on that stock. */
  stock: onArchive
    .input(z.object({ kind: stockKind, printerId }))
    .output(z.object({ fields: stockFields, names: z.array(z.string()) })),
  stockSample: onArchive
    .input(z.object({ kind: stockKind, fields: stockFields }))
    .output(z.object({ html: z.string(), paper, title: z.string() })),
  saveStock: onArchive.input(z.object({ kind: stockKind, printerId, fields: stockFields })).output(z.void()),
  labelSheets: onArchive.output(labelSheets),
  saveLabelSheet: onArchive
    .input(z.object({ id: labelSheetId.nullable(), name: labelSheet.shape.name, format: labelSheetFormat }))
    .output(labelSheets),
  removeLabelSheet: onArchive.input(z.object({ id: labelSheetId })).output(labelSheets),
  /** The sheet that labels go onto unless somebody says otherwise. */
  chooseLabelSheet: onArchive.input(z.object({ id: labelSheetId })).output(labelSheets),
};
