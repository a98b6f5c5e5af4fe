import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { Clerk } from './clerk.ts';

/** Where Electron's own package looks for its binary; it is fetched apart from the package. */
const electronBinary = (): string | null => {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const inside = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    process.platform as string
  ];
  const path = join(folder, 'dist', inside ?? 'electron');
  return existsSync(path) ? path : null;
};

const binary = electronBinary();

test.skip(binary === null, 'The Electron binary is not on this machine.');

test('the desktop application opens the sample street in its own window, without any server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-electron-'));
  const application = await _electron.launch({
    executablePath: binary ?? '',
    args: [
      resolve(import.meta.dirname, '../../out/main/index.js'),
      `--user-data-dir=${join(folder, 'user')}`,
      '--archive',
      join(folder, 'archive'),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const page = await application.firstWindow();
    expect(new URL(page.url()).protocol).not.toMatch(/^(http|file)/);
    const clerk = new Clerk(page);
    await clerk.choosesTheSampleStreet('示范街道的口令 2026');
    await clerk.keepsTheRecoveryCode();
    await clerk.goesTo('社会组织');
    await clerk.sees('共 224 个');
    expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
    expect(clerk.complaints).toEqual([]);
  } finally {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  }
});
