/**
 * `npm start [-- --archive DIR]`: the desktop application where Electron's binary is present or can be fetched,
 * otherwise the same application in this machine's browser. Says which, and why.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const electronFolder = resolve(import.meta.dirname, '../node_modules/electron');

const electronBinary = (): string | null => {
  try {
    const path = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
};

const fetchElectron = (): string | null => {
  console.log('Fetching the Electron binary (once)…');
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore', timeout: 120_000 });
  return electronBinary();
};

const run = (command: string, args: readonly string[]): never => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  process.exit(status ?? 1);
};

const builtMain = resolve(import.meta.dirname, '../out/main/index.js');
if (!existsSync(builtMain)) spawnSync('electron-vite', ['build'], { stdio: 'inherit' });

const given = process.argv.slice(2);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const binary = hasDisplay ? (electronBinary() ?? fetchElectron()) : null;

if (binary !== null) {
  console.log('Opening the desktop application (Electron).');
  run(binary, [resolve(import.meta.dirname, '..'), ...given]);
}
console.log(
  hasDisplay
    ? 'The Electron binary is not here and could not be fetched: serving the application to a browser instead.'
    : 'This machine has no display: serving the application to a browser instead of opening Electron.',
);
const archive = given.includes('--archive') ? given : ['--archive', join(homedir(), 'hub-archive'), ...given];
run(process.execPath, [resolve(import.meta.dirname, '../out/main/cli.js'), 'serve', ...archive]);
