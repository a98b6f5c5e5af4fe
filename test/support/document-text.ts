import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Opens a Word file with LibreOffice and tells what came out; a file that needs repair does not convert. */
export const openWithLibreOffice = (files: readonly Uint8Array[]): OpenedPaper[] => {
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
    return names.map((name) => describePdf(name.replace('.docx', '.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

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

export const pdfWords = (bytes: Uint8Array): PdfWord[] =>
  withPdf(bytes, (file) => {
    const xml = execFileSync('pdftotext', ['-bbox', file, '-']).toString();
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
  });
