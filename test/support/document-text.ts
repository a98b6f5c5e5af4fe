import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBuffer } from 'yauzl';

/** The parts of a zip (a Word file is one) by path. */
export const zipParts = (bytes: Uint8Array): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, Buffer>();
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (streamError, stream) => {
          if (streamError) return reject(streamError);
          const chunks: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll('&amp;', '&');

const paragraphsOf = (markup: string, paragraph: RegExp, lineBreak: RegExp, keep: RegExp): string[] =>
  [...markup.matchAll(paragraph)]
    .map(([whole]) =>
      [...whole.replaceAll(lineBreak, '<keep>\n</keep>').matchAll(keep)]
        .map((match) => match[1] ?? match[2] ?? '')
        .join(''),
    )
    .map(unescape)
    .filter((text) => text !== '');

/** Words of each paragraph of a Word file, read from word/document.xml alone. */
export const wordText = async (bytes: Uint8Array): Promise<string[]> => {
  const xml = (await zipParts(bytes)).get('word/document.xml')?.toString('utf8') ?? '';
  return paragraphsOf(
    xml,
    /<w:p[ >][\s\S]*?<\/w:p>/g,
    /<w:br\/>/g,
    /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<keep>([^<]*)<\/keep>/g,
  );
};

/** Words of each paragraph of print HTML, read from its body. */
export const htmlText = (html: string): string[] => {
  const body = html.slice(html.indexOf('<body>'));
  return [...body.matchAll(/<p[ >][\s\S]*?<\/p>/g)]
    .map(([whole]) => unescape(whole.replaceAll('<br>', '\n').replaceAll(/<[^>]*>/g, '')))
    .filter((text) => text !== '');
};

/** Words that stand outside every paragraph of print HTML; there should be none. */
export const htmlStrayText = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replaceAll(/<p[ >][\s\S]*?<\/p>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .trim();

const runs = (program: string, argument: string): boolean => {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Whether LibreOffice and poppler are installed, so that Word files can be opened for real. */
export const canOpenWord = (): boolean => runs('soffice', '--version') && runs('pdfinfo', '-v');

export interface OpenedPaper {
  readonly pages: number;
  readonly text: string;
  readonly pageSize: string;
}

const describePdf = (file: string): OpenedPaper => {
  const facts = execFileSync('pdfinfo', [file]).toString();
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]),
    pageSize: /Page size:\s+([\d.]+ x [\d.]+)/.exec(facts)?.[1] ?? '',
    text: execFileSync('pdftotext', ['-layout', file, '-']).toString(),
  };
};

/** Turns Word files into PDF with LibreOffice, all in one start; a file that needs repair does not convert. */
const convertWithLibreOffice = <T>(files: readonly Uint8Array[], read: (pdf: string) => T): T[] => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const names = files.map((bytes, index) => {
      const name = join(folder, `paper-${index}.docx`);
      writeFileSync(name, bytes);
      return name;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...names], {
      stdio: 'ignore',
    });
    return names.map((name) => read(name.replace('.docx', '.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Opens Word files with LibreOffice and tells what came out. */
export const openWithLibreOffice = (files: readonly Uint8Array[]): OpenedPaper[] =>
  convertWithLibreOffice(files, describePdf);

/** A word of a PDF with its box in points from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

const withPdf = <T>(bytes: Uint8Array, work: (file: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const describePdfBytes = (bytes: Uint8Array): OpenedPaper => withPdf(bytes, describePdf);

const wordsIn = (xml: string): PdfWord[] => {
  const words = xml.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
  );
  return [...words].map(([, xMin, yMin, xMax, yMax, text]) => ({
    text: unescape(text ?? ''),
    xMin: Number(xMin),
    yMin: Number(yMin),
    xMax: Number(xMax),
    yMax: Number(yMax),
  }));
};

const wordsOf = (file: string): PdfWord[] =>
  wordsIn(execFileSync('pdftotext', ['-bbox', file, '-']).toString());

export const pdfWords = (bytes: Uint8Array): PdfWord[] => withPdf(bytes, wordsOf);

/** A row of ink on a page, in millimetres from the top: a line of text as the eye sees it, whatever its font's box. */
export interface InkRow {
  readonly topMm: number;
  readonly bottomMm: number;
}

const dotsPerInch = 254;
const dotsPerMm = dotsPerInch / 25.4;

/** Rows of ink on the first page between two distances from its left edge. */
const inkRowsOf = (file: string, fromMm: number, toMm: number): InkRow[] => {
  const page = execFileSync(
    'pdftoppm',
    ['-gray', '-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', file],
    { maxBuffer: 2 ** 26 },
  );
  const [head = '', width = '', height = ''] =
    /^P5\s(\d+)\s(\d+)\s255\s/.exec(page.toString('latin1', 0, 40)) ?? [];
  const [columns, rows] = [Number(width), Number(height)];
  const inked = (row: number): boolean => {
    const start = head.length + row * columns;
    return page
      .subarray(start + Math.round(fromMm * dotsPerMm), start + Math.round(toMm * dotsPerMm))
      .some((shade) => shade < 128);
  };
  const found: InkRow[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (!inked(row)) continue;
    const top = row;
    while (row < rows && inked(row)) row += 1;
    found.push({ topMm: top / dotsPerMm, bottomMm: row / dotsPerMm });
  }
  return found;
};

export const inkRows = (bytes: Uint8Array, fromMm: number, toMm: number): InkRow[] =>
  withPdf(bytes, (file) => inkRowsOf(file, fromMm, toMm));

/** The PDF that LibreOffice makes of a Word file. */
export const wordAsPdf = (bytes: Uint8Array): Uint8Array =>
  convertWithLibreOffice([bytes], (file) => new Uint8Array(readFileSync(file)))[0] ?? new Uint8Array();

/** The first page as a picture, as a telephone or scanner would hand it in. */
export const pageAsPng = (bytes: Uint8Array, dotsPerInchOfPicture: number): Buffer =>
  withPdf(bytes, (file) =>
    execFileSync('pdftoppm', ['-png', '-r', String(dotsPerInchOfPicture), '-singlefile', file], {
      maxBuffer: 2 ** 26,
    }),
  );

/** Words page by page. */
export const pdfPages = (bytes: Uint8Array): PdfWord[][] =>
  withPdf(bytes, (file) =>
    execFileSync('pdftotext', ['-bbox', file, '-'], { maxBuffer: 2 ** 27 })
      .toString()
      .split('<page ')
      .slice(1)
      .map(wordsIn),
  );

/** A box on a page in millimetres from its upper left corner. */
export interface BoxMm {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const inks = {
  red: (r: number, g: number, b: number) => r > 140 && g < 100 && b < 100,
  black: (r: number, g: number, b: number) => r < 90 && g < 90 && b < 90,
} as const;

/** Dots to the millimetre. */
const fine = 5;

/** The box around everything of an ink on a page, counted from 0, or in a part of it; null where nothing is. */
export const inkBox = (
  bytes: Uint8Array,
  page: number,
  ink: keyof typeof inks,
  within: BoxMm = { left: 0, top: 0, right: Infinity, bottom: Infinity },
): BoxMm | null =>
  withPdf(bytes, (file) => {
    const which = String(page + 1);
    const dpi = String(fine * 25.4);
    const picture = execFileSync('pdftoppm', ['-r', dpi, '-f', which, '-l', which, '-singlefile', file], {
      maxBuffer: 2 ** 27,
    });
    const [head = '', width = ''] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
    const columns = Number(width);
    const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (let at = head.length; at < picture.length; at += 3) {
      if (!inks[ink](picture[at]!, picture[at + 1]!, picture[at + 2]!)) continue;
      const dot = (at - head.length) / 3;
      const [x, y] = [(dot % columns) / fine, Math.floor(dot / columns) / fine];
      if (x < within.left || x > within.right || y < within.top || y > within.bottom) continue;
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x + 1 / fine);
      found.top = Math.min(found.top, y);
      found.bottom = Math.max(found.bottom, y + 1 / fine);
    }
    return found.right < 0 ? null : found;
  });

/** The PDFs that LibreOffice makes of Word files, all in one start. */
export const wordFilesAsPdf = (files: readonly Uint8Array[]): Uint8Array[] =>
  convertWithLibreOffice(files, (file) => new Uint8Array(readFileSync(file)));
