import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { PrintDevice, PrintDevices, SheetSettings } from '../core/ports.ts';
import type { Duplex } from '../shared/domain/printing.ts';
import { CodedError } from '../shared/errors.ts';

const run = promisify(execFile);

const onPath = (command: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path)) ?? null;

const sides: Readonly<Record<Duplex, string>> = {
  simplex: 'one-sided',
  'long-edge': 'two-sided-long-edge',
  'short-edge': 'two-sided-short-edge',
};

/** Names by which CUPS knows sheets, upright; width and height in millimetres. */
const media: readonly (readonly [number, number, string])[] = [
  [210, 297, 'A4'],
  [297, 420, 'A3'],
  [182, 257, 'JIS-B5'],
];

const mediaOf = ({ widthMm, heightMm }: SheetSettings['sheet']): readonly string[] => {
  const upright = media.find(([width, height]) => width === widthMm && height === heightMm);
  if (upright) return [`media=${upright[2]}`];
  const across = media.find(([width, height]) => width === heightMm && height === widthMm);
  return across ? [`media=${across[2]}`] : [`media=Custom.${widthMm}x${heightMm}mm`];
};

/** Arguments of `lp`: nothing may be scaled; the document comes through its input, so that none lies on a disk. */
export const lpArguments = (settings: SheetSettings): readonly string[] => {
  const { deviceName, copies, title, duplex, colour, sheet } = settings;
  const options = [
    ...mediaOf(sheet),
    `sides=${sides[duplex]}`,
    'print-scaling=none',
    `print-color-mode=${colour === 'colour' ? 'color' : 'monochrome'}`,
  ];
  return [
    ...(deviceName === null ? [] : ['-d', deviceName]),
    '-n',
    String(copies),
    '-t',
    title,
    ...options.flatMap((option) => ['-o', option]),
    '-',
  ];
};

const listDevices = async (): Promise<PrintDevice[]> => {
  const lpstat = onPath('lpstat');
  if (lpstat === null) return [];
  const asked = async (argument: string): Promise<string> =>
    // With no printer set up, lpstat says so and fails.
    (await run(lpstat, [argument], { env: { ...process.env, LC_ALL: 'C' } }).catch(() => ({ stdout: '' })))
      .stdout;
  const usual = /destination: (\S+)/.exec(await asked('-d'))?.[1] ?? null;
  return (await asked('-e'))
    .split('\n')
    .flatMap((line) => line.trim() || [])
    .map((name) => ({ name, label: name, usual: name === usual }));
};

const print = (lp: string, pdf: Uint8Array, settings: SheetSettings): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new CodedError('PRINT_FAILED', { reason: 'lp' }, { cause }));
    const child = spawn(lp, lpArguments(settings), { stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString('utf8').slice(0, 1000)));
    child.on('error', fail);
    child.stdin.on('error', fail);
    child.on('close', (code) => (code === 0 ? resolve() : fail(new Error(said))));
    child.stdin.end(pdf);
  });

/** The printers of CUPS, where its `lp` is installed (Linux and macOS); undefined elsewhere. */
export const commandPrinters = (): PrintDevices | undefined => {
  const lp = process.platform === 'win32' ? null : onPath('lp');
  if (lp === null) return undefined;
  return { way: 'command', list: listDevices, print: (pdf, settings) => print(lp, pdf, settings) };
};
