import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { RemovableMedium } from './ports.ts';

interface Mount {
  readonly path: string;
  readonly label: string;
}

/** Where desktops mount what is plugged in. */
const linuxMounts = /^\/(?:media|run\/media|mnt)\//;

/** Spaces and the like are written as octal numbers in /proc/mounts. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

const onLinux = async (): Promise<Mount[]> =>
  (await readFile('/proc/mounts', 'utf8'))
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path = '', , flags = '']) => linuxMounts.test(path) && flags.split(',').includes('rw'))
    .map(([, path = '']) => ({ path: unescaped(path), label: basename(unescaped(path)) }));

const onMac = async (): Promise<Mount[]> =>
  (await readdir('/Volumes', { withFileTypes: true }))
    // The system's own disk is a link to the root.
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ path: join('/Volumes', name), label: name }));

const windowsQuery =
  'Get-CimInstance Win32_LogicalDisk -Filter "DriveType=2" | ForEach-Object { $_.DeviceID + "|" + $_.VolumeName }';

const onWindows = async (): Promise<Mount[]> => {
  const { stdout } = await promisify(execFile)(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', windowsQuery],
    { windowsHide: true, timeout: 15_000 },
  );
  return stdout
    .split(/\r?\n/)
    .map((line) => /^([A-Z]:)\|(.*)$/.exec(line.trim()))
    .flatMap((match) => {
      const [, drive = '', name = ''] = match ?? [];
      return drive === '' ? [] : [{ path: `${drive}\\`, label: name === '' ? drive : `${name}（${drive}）` }];
    });
};

const mounts = (): Promise<Mount[]> => {
  if (process.platform === 'win32') return onWindows();
  return process.platform === 'darwin' ? onMac() : onLinux();
};

/** Sticks and cards that are plugged in and can be written to. */
export const removableMedia = async (): Promise<readonly RemovableMedium[]> => {
  const found = await mounts().catch((): Mount[] => []);
  const media = await Promise.all(
    found.map(async ({ path, label }) => {
      const space = await statfs(path).catch(() => null);
      if (space === null) return [];
      const id = createHash('sha256').update(path).digest('hex').slice(0, 16);
      return [{ id, label, path, freeBytes: space.bavail * space.bsize }];
    }),
  );
  return media.flat();
};
