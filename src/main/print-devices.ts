import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BrowserWindow, session, type WebContentsPrintOptions } from 'electron';
import type { PrintDevice, SheetSettings } from '../core/ports.ts';
import type { Duplex } from '../shared/domain/printing.ts';
import { pdfViewerOrigin, printScheme } from './application-origin.ts';
import { hardenPrintSession } from './security.ts';

const micronsPerMm = 1000;

/** Sheets that drivers know upright and turn themselves; width and height in millimetres. */
const turned = [
  [210, 297],
  [297, 420],
  [182, 257],
] as const;

const duplexModes: Readonly<Record<Duplex, 'simplex' | 'longEdge' | 'shortEdge'>> = {
  simplex: 'simplex',
  'long-edge': 'longEdge',
  'short-edge': 'shortEdge',
};

/**
 * What Electron is asked for. Nothing may scale or shift: no margins, and a page size in microns that is the sheet's own.
 * A known sheet is named upright and turned, because that is how drivers name it; a roll is as it is.
 */
export const printOptions = (settings: SheetSettings): WebContentsPrintOptions => {
  const { sheet, deviceName, duplex, colour, copies } = settings;
  const across = turned.some(([width, height]) => sheet.widthMm === height && sheet.heightMm === width);
  const [width, height] = across ? [sheet.heightMm, sheet.widthMm] : [sheet.widthMm, sheet.heightMm];
  return {
    silent: true,
    printBackground: true,
    ...(deviceName !== null && { deviceName }),
    color: colour === 'colour',
    margins: { marginType: 'none' },
    landscape: across,
    pageSize: { width: Math.round(width * micronsPerMm), height: Math.round(height * micronsPerMm) },
    duplexMode: duplexModes[duplex],
    copies,
    collate: true,
  };
};

const hiddenWindow = (own: Electron.Session): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Chromium's own viewer draws the PDF; it is a plugin.
      plugins: true,
    },
  });

/** Printers that the system knows. */
export const listPrinters = async (): Promise<PrintDevice[]> => {
  const window = hiddenWindow(session.fromPartition('printers'));
  try {
    const printers = await window.webContents.getPrintersAsync();
    return printers.map(({ name, displayName, options }) => ({
      name,
      label: displayName === '' ? name : displayName,
      usual: Object.entries(options).some(([key, value]) => key === 'is-default' && String(value) === 'true'),
    }));
  } finally {
    window.destroy();
  }
};

const viewerWaitMs = 15_000;
const settleMs = 500;

/** Waits until the viewer stands and has had time to read the document. @throws Error where it never comes */
const viewerReady = async ({ webContents }: BrowserWindow): Promise<void> => {
  const until = Date.now() + viewerWaitMs;
  while (Date.now() < until) {
    if (webContents.mainFrame.framesInSubtree.some(({ url }) => url.startsWith(pdfViewerOrigin))) {
      await pause(settleMs);
      return;
    }
    await pause(50);
  }
  // Printed now, the paper would be blank.
  throw new Error('the viewer did not open the document');
};

/**
 * Sends a PDF to a printer without a dialog: Electron prints the viewer's document, page for page at its own size.
 *
 * @throws Error with Electron's reason
 */
export const sendToPrinter = async (pdf: Uint8Array, settings: SheetSettings): Promise<void> => {
  const job = randomBytes(12).toString('hex');
  const own = session.fromPartition(`printer-${job}`);
  hardenPrintSession(own);
  own.protocol.handle(
    printScheme,
    () =>
      new Response(new Uint8Array(pdf), {
        headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline' },
      }),
  );
  const window = hiddenWindow(own);
  try {
    await window.loadURL(`${printScheme}://job/${job}.pdf`);
    await viewerReady(window);
    await new Promise<void>((resolve, reject) => {
      window.webContents.print(printOptions(settings), (success, reason) =>
        success ? resolve() : reject(new Error(reason)),
      );
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(printScheme);
  }
};
