import type { Paper } from '../../shared/domain/document.ts';
import type { PrinterId } from '../../shared/domain/ids.ts';
import { noOffset } from '../../shared/domain/printing.ts';
import { CodedError } from '../../shared/errors.ts';
import type { OpenArchive } from '../open-archive.ts';
import { printerInUse } from '../services/printers.ts';
import { layOnSheets } from './print-sheets.ts';
import { testPageHtml } from './test-page.ts';

interface TestPageInput {
  readonly printerId: PrinterId;
  /** Moved by the printer's offset, to see that it is right; otherwise as the printer prints by itself. */
  readonly corrected: boolean;
  readonly sheet: Paper;
  readonly direct: boolean;
}

/**
 * The test page for a printer, sent to it or as a file.
 *
 * @returns null where it was sent
 * @throws CodedError PDF_PRINTER_MISSING, PDF_FAILED, PRINT_FAILED
 */
export const printTestPage = async (
  archive: OpenArchive,
  { printerId, corrected, sheet, direct }: TestPageInput,
): Promise<File | null> => {
  const { pdf: pdfPrinter, printers } = archive.ports;
  if (!(await pdfPrinter.available())) throw new CodedError('PDF_PRINTER_MISSING', {});
  const printer = await printerInUse(archive, printerId);
  const page = await pdfPrinter.print(testPageHtml(sheet, corrected), sheet);
  const { pdf } = await layOnSheets(
    [{ pdf: page, page: sheet, sheet }],
    corrected ? printer.offset : noOffset,
  );
  const title = corrected ? '打印机测试页_校准后.pdf' : '打印机测试页.pdf';
  if (direct && printers !== undefined) {
    const { widthMm, heightMm } = sheet;
    await printers.print(pdf, {
      deviceName: printer.deviceName,
      sheet: { widthMm, heightMm },
      duplex: 'simplex',
      colour: 'grey',
      copies: 1,
      title,
    });
    return null;
  }
  return new File([pdf], title, { type: 'application/pdf' });
};
