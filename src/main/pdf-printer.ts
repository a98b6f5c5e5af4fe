import { randomBytes } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import type { Paper } from '../shared/domain/document.ts';
import { printScheme } from './application-origin.ts';
import { hardenSession } from './security.ts';

const inchesPerMm = 1 / 25.4;

/**
 * Prints self-contained HTML in a hidden window of its own session: no scripts, no network, no preload.
 * Paper sizes are given in millimetres and handed on in inches, as Electron expects them.
 */
export const printToPdf = async (html: string, paper: Paper): Promise<Uint8Array<ArrayBuffer>> => {
  const jobId = randomBytes(12).toString('hex');
  const jobSession = session.fromPartition(`print-${jobId}`);
  hardenSession(jobSession);
  jobSession.protocol.handle(
    printScheme,
    () =>
      new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
        },
      }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: jobSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  });
  try {
    await window.loadURL(`${printScheme}://job/${jobId}`);
    const pdf = await window.webContents.printToPDF({
      pageSize: { width: paper.widthMm * inchesPerMm, height: paper.heightMm * inchesPerMm },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: false,
    });
    return new Uint8Array(pdf);
  } finally {
    window.destroy();
    jobSession.protocol.unhandle(printScheme);
  }
};
