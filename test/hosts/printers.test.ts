import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SheetSettings } from '../../src/core/ports.ts';
import { commandPrinters, lpArguments } from '../../src/loopback/command-printer.ts';
import { printing, record } from '../support/electron-stand-in.ts';

vi.mock('electron', () => import('../support/electron-stand-in.ts'));

const settings: SheetSettings = {
  deviceName: 'HP_LaserJet_1020',
  sheet: { widthMm: 210, heightMm: 297 },
  duplex: 'long-edge',
  colour: 'grey',
  copies: 2,
  title: '打印_A4_3页.pdf',
};
const pdf = new TextEncoder().encode('%PDF-1.4 a paper');

describe('printing through Electron', () => {
  beforeEach(() => {
    printing.asked.length = 0;
    printing.failure = null;
  });

  test('asks for the printer, the sheet in microns, both sides and no margins, and for no dialog', async () => {
    const { sendToPrinter } = await import('../../src/main/print-devices.ts');
    await sendToPrinter(pdf, settings);
    expect(printing.asked).toEqual([
      {
        url: expect.stringMatching(/^hub-archive-print:\/\/job\/[0-9a-f]{24}\.pdf$/),
        options: {
          silent: true,
          printBackground: true,
          deviceName: 'HP_LaserJet_1020',
          color: false,
          margins: { marginType: 'none' },
          landscape: false,
          pageSize: { width: 210_000, height: 297_000 },
          duplexMode: 'longEdge',
          copies: 2,
          collate: true,
        },
      },
    ]);
    // The window shows a PDF and nothing else, in a session of its own.
    expect(record.windows.at(-1)?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      plugins: true,
    });
    expect(printing.destroyed).toBe(record.windows.length);
  });

  test('names a known sheet upright and turns it, and leaves a roll of labels as it is', async () => {
    const { printOptions } = await import('../../src/main/print-devices.ts');
    expect(
      printOptions({ ...settings, deviceName: null, sheet: { widthMm: 420, heightMm: 297 } }),
    ).toMatchObject({ landscape: true, pageSize: { width: 297_000, height: 420_000 } });
    const roll = printOptions({ ...settings, duplex: 'short-edge', sheet: { widthMm: 100, heightMm: 60 } });
    expect(roll).toMatchObject({
      landscape: false,
      pageSize: { width: 100_000, height: 60_000 },
      duplexMode: 'shortEdge',
    });
    expect(printOptions({ ...settings, deviceName: null })).not.toHaveProperty('deviceName');
  });

  test('says why a document was not taken, and lists the printers of the system', async () => {
    const { listPrinters, sendToPrinter } = await import('../../src/main/print-devices.ts');
    printing.failure = 'Print job failed';
    await expect(sendToPrinter(pdf, settings)).rejects.toThrow('Print job failed');
    expect(await listPrinters()).toEqual([
      { name: 'HP_LaserJet_1020', label: '惠普一号', usual: true },
      { name: 'PDF', label: 'PDF', usual: false },
    ]);
    expect(printing.destroyed).toBe(record.windows.length);
  });
});

describe.skipIf(process.platform === 'win32')('printing through lp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-archive-lp-'));
  const path = process.env['PATH'];
  const command = (name: string, script: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  beforeAll(() => void (process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`));
  afterAll(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true, force: true });
  });

  test('hands the document over without a file in between, at its own size', async () => {
    command('lp', `printf '%s\\n' "$@" > ${folder}/arguments\ncat > ${folder}/document`);
    command(
      'lpstat',
      `[ "$1" = -d ] && echo 'system default destination: HP_1' || printf 'HP_1\\nBrother\\n'`,
    );
    const printers = commandPrinters();
    expect(printers?.way).toBe('command');
    expect(await printers?.list()).toEqual([
      { name: 'HP_1', label: 'HP_1', usual: true },
      { name: 'Brother', label: 'Brother', usual: false },
    ]);
    await printers?.print(pdf, settings);
    expect(readFileSync(join(folder, 'document'))).toEqual(Buffer.from(pdf));
    expect(readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n')).toEqual([
      '-d',
      'HP_LaserJet_1020',
      '-n',
      '2',
      '-t',
      '打印_A4_3页.pdf',
      '-o',
      'media=A4',
      '-o',
      'sides=two-sided-long-edge',
      '-o',
      'print-scaling=none',
      '-o',
      'print-color-mode=monochrome',
      '-',
    ]);
    expect(existsSync(join(folder, 'paper.pdf'))).toBe(false);
  });

  test('tells of a printer that takes nothing, and names own sheets in millimetres', async () => {
    command('lp', `echo 'lp: The printer or class does not exist.' >&2\nexit 1`);
    await expect(commandPrinters()?.print(pdf, settings)).rejects.toMatchObject({ code: 'PRINT_FAILED' });
    expect(lpArguments({ ...settings, sheet: { widthMm: 260, heightMm: 185 } })).toContain(
      'media=Custom.260x185mm',
    );
    expect(lpArguments({ ...settings, sheet: { widthMm: 420, heightMm: 297 } })).toContain('media=A3');
  });
});
