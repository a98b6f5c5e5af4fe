import { CodedError } from '../../shared/errors.ts';
import { htmlDocument, htmlEnd, htmlStart } from '../documents/html-renderer.ts';
import type { PaperDocument } from '../documents/model.ts';
import { WordRenderer } from '../documents/word-renderer.ts';
import type { OpenArchive } from '../open-archive.ts';

export type PaperFormat = 'docx' | 'pdf';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
} as const;

export const fileOf = (bytes: Uint8Array, name: string, kind: keyof typeof mediaTypes): File =>
  new File([new Uint8Array(bytes)], `${name}.${kind}`, { type: mediaTypes[kind] });

/** Before a paper is made: what the making notes must not be noted for nothing. @throws CodedError PDF_PRINTER_MISSING */
export const requirePrinter = async ({ ports }: OpenArchive, format: PaperFormat): Promise<void> => {
  if (format === 'pdf' && !(await ports.pdf.available())) throw new CodedError('PDF_PRINTER_MISSING', {});
};

/** A paper as Word or PDF, named after its title. @throws CodedError PDF_PRINTER_MISSING, PDF_FAILED */
export const paperFileOf = async (
  { ports }: OpenArchive,
  paper: PaperDocument,
  format: PaperFormat,
): Promise<File> => {
  if (format === 'docx')
    return fileOf(new WordRenderer().render(paper, ports.clock.instant()), paper.title, 'docx');
  const html = [htmlStart(paper, paper.title, null, 1), htmlDocument(paper, 0), htmlEnd].join('');
  return fileOf(await ports.pdf.print(html, paper.page.paper), paper.title, 'pdf');
};
