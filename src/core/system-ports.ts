import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, win32 } from 'node:path';
import { dayOfInstant } from '../shared/domain/instant-day.ts';
import type { Clock, Random } from './ports.ts';

export const systemClock: Clock = {
  instant: () => new Date().toISOString(),
  today: () => dayOfInstant(new Date()),
};

/** Milliseconds in 9 base-36 digits, then 80 random bits: ids sort by the time they were made. */
export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  id: () => `${Date.now().toString(36).padStart(9, '0')}${randomBytes(10).toString('hex')}`,
};

/** Where a system keeps its fonts: for everybody, and for who works on it. */
export const fontFolders = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): readonly string[] => {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    const own = local === undefined ? [] : [win32.join(local, 'Microsoft', 'Windows', 'Fonts')];
    return [win32.join(env['SystemRoot'] ?? String.raw`C:\Windows`, 'Fonts'), ...own];
  }
  if (platform === 'darwin')
    return [
      '/System/Library/Fonts',
      '/System/Library/AssetsV2',
      '/Library/Fonts',
      join(home, 'Library/Fonts'),
    ];
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local/share');
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(data, 'fonts'), join(home, '.fonts')];
};
