#!/usr/bin/env node
// Starts the built command line. The native database driver needs Node 22 or later; under an older Node the one
// that comes with the project is used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'out/main/cli.js');
if (!existsSync(entry)) {
  console.error('Not built yet: run npm run build.');
  process.exit(1);
}
const own = join(root, 'node_modules/.bin/node');
if (Number(process.versions.node.split('.')[0]) < 22 && existsSync(own)) {
  const { status, signal } = spawnSync(own, ['--max-semi-space-size=4', entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(signal === null ? (status ?? 1) : 130);
}
await import(pathToFileURL(entry).href);
