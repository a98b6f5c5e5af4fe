/**
 * `npm run bench [-- NAME…]`: every bench in turn, each in a process of its own. A bench prints ratios against a
 * named peer or limit measured in the same run; it never fails a build.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const wanted = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter((name) => name.startsWith('bench-'))
  .map((name) => name.slice('bench-'.length, -'.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

for (const bench of benches) {
  console.log(`\n## ${bench}`);
  spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, `bench-${bench}.ts`)], {
    stdio: 'inherit',
  });
}
