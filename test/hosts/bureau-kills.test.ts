import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { acknowledgement, firstPassword, type Acknowledgement } from '../../scripts/crash/acknowledgement.ts';
import { prepareBureau } from '../../scripts/crash/bureau-job.ts';
import { judge } from '../../scripts/crash/judge.ts';
import { districtOfBench } from '../../scripts/fresh-archive.ts';
import { openNodeCore } from '../../src/loopback/open-node-core.ts';
import { recordingLogger } from '../support/host-connections.ts';

const victim = resolve(import.meta.dirname, '../../scripts/crash/victim.ts');

/** Lets a bureau work until it has said so much, waits a moment, and kills it. */
const killAfter = async (folder: string, count: number, milliseconds: number): Promise<Acknowledgement[]> => {
  const child = spawn(process.execPath, [victim, 'bureau', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Acknowledgement[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(acknowledgement.parse(JSON.parse(line)));
    if (said.length === count) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  }
  return said;
};

/** The short form of `npm run crash -- --jobs bureau`, which kills 200 times at random. */
test(
  'a bureau that is killed while it takes packages in has each of them whole, or not at all',
  { timeout: 240_000 },
  async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'hub-archive-bureau-kills-'));
    try {
      const template = join(workspace, 'template', 'archive');
      mkdirSync(join(workspace, 'template'));
      const core = await openNodeCore({
        archiveFolder: template,
        logger: recordingLogger(),
      });
      await core.context.session.createBureau(firstPassword, districtOfBench);
      await prepareBureau(core.context.session.requireOpen(), { streets: 2, organizations: 200, serials: 2 });
      await core.close();
      for (const [round, moment] of [3, 11, 24, 45].entries()) {
        const folder = join(workspace, String(round));
        cpSync(join(workspace, 'template'), folder, { recursive: true });
        const said = await killAfter(join(folder, 'archive'), round + 2, moment);
        expect((await judge(join(folder, 'archive'), said)).faults, `${said.length} promises`).toEqual([]);
      }
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  },
);
