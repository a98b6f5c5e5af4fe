/**
 * `npm run both-desks [-- --organizations N]`: acts both sides of the desk with the built command line, and the bureau's
 * side again with age, minisign, unzip and a BagIt validator only (BAGIT names one; without it the sums of the system
 * stand in). Ends at the first thing that does not come out as it should.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { actBothDesks } from './desks/act-both-desks.ts';

const { values } = parseArgs({ options: { organizations: { type: 'string', default: '40' } } });
const cli = resolve(import.meta.dirname, '../bin/hub-archive.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hub-archive-both-desks-'));
const started = performance.now();
try {
  await actBothDesks(
    async (args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
        encoding: 'utf8',
        env: { ...process.env, HUB_ARCHIVE_PASSWORD: 'both-desks-2026' },
      });
      if (stdout.trim() === '') throw new Error(`${args.join(' ')} said nothing: ${stderr}`);
      return { exitCode: status ?? -1, json: JSON.parse(stdout) };
    },
    folder,
    {
      organizations: Number(values.organizations),
      step: (what) =>
        console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`),
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
