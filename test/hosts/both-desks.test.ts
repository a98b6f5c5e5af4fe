import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actBothDesks } from '../../scripts/desks/act-both-desks.ts';
import { runCli } from '../support/run-cli.ts';

// Some twenty passwords are tried, each as slow as it must be.
test(
  'both desks act by the command line alone, and the bureau by standard tools alone',
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-archive-both-desks-'));
    const steps: string[] = [];
    try {
      await actBothDesks(
        async (args) => {
          const { exitCode, stdout, stderr } = await runCli(args);
          if (stdout === '') throw new Error(`${args.join(' ')} said nothing: ${stderr}`);
          return { exitCode, json: JSON.parse(stdout) };
        },
        folder,
        { organizations: 12, step: (what) => void steps.push(what) },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(steps.length).toBeGreaterThanOrEqual(8);
  },
);
