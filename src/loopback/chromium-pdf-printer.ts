import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { PdfPrinter } from '../core/ports.ts';
import type { Paper } from '../shared/domain/document.ts';
import { CodedError } from '../shared/errors.ts';

export interface ChromiumPdfPrinter extends PdfPrinter {
  close(): Promise<void>;
}

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
];

/** Where Chromium, Chrome and Edge usually lie. */
const usualPlaces = (): readonly string[] => [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium-browser',
  ...programFiles.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        ],
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** HUB_ARCHIVE_BROWSER wins; where it names nothing, nothing else is tried behind the user's back. */
const findBrowser = (): string | null => {
  const named = process.env['HUB_ARCHIVE_BROWSER'];
  return (named ? [named] : usualPlaces()).find((path) => existsSync(path)) ?? null;
};

const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    // Chromium's own sandbox cannot start for root; pages here have no scripts and no network.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-quic', '--disable-background-networking', '--no-first-run'],
  });

const printPage = async (
  browser: Browser,
  html: string,
  paper: Paper,
  signal?: AbortSignal,
): Promise<Uint8Array> => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    serviceWorkers: 'block',
  });
  // Closing the context ends the job within it at once.
  const cancel = (): void => void context.close().catch(() => {});
  signal?.addEventListener('abort', cancel);
  try {
    await context.route('**/*', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({
      width: `${paper.widthMm}mm`,
      height: `${paper.heightMm}mm`,
      preferCSSPageSize: true,
      printBackground: true,
      // Tags would double the time and the size of a batch.
      tagged: false,
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    await context.close().catch(() => {});
  }
};

/**
 * Prints through an installed Chromium or Edge: no scripts, no network. One browser serves all jobs and is started
 * by the first.
 */
export const openChromiumPdfPrinter = (): ChromiumPdfPrinter => {
  let running: Promise<Browser> | null = null;

  const browser = async (): Promise<Browser> => {
    const path = findBrowser();
    if (path === null) throw new CodedError('PDF_PRINTER_MISSING', {});
    running ??= launch(path);
    const started = await running.catch((error: unknown) => {
      running = null;
      throw new CodedError('PDF_FAILED', { reason: 'browser' }, { cause: error });
    });
    if (started.isConnected()) return started;
    running = null;
    return browser();
  };

  return {
    available: () => Promise.resolve(findBrowser() !== null),
    print: async (html, paper, signal) => {
      if (signal?.aborted) throw new CodedError('CANCELLED', {});
      const started = await browser();
      try {
        return await printPage(started, html, paper, signal);
      } catch (error) {
        throw signal?.aborted
          ? new CodedError('CANCELLED', {})
          : new CodedError('PDF_FAILED', { reason: 'print' }, { cause: error });
      }
    },
    close: async () => {
      const started = await running?.catch(() => null);
      running = null;
      await started?.close();
    },
  };
};
