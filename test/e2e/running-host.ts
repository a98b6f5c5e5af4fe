import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The built command line, serving an archive folder as it would on an office PC. */
export interface RunningHost {
  readonly startUrl: string;
  readonly archiveFolder: string;
  stop(): Promise<void>;
}

const cli = resolve(import.meta.dirname, '../../bin/hub-archive.mjs');

const startUrlOf = async (child: ChildProcess): Promise<string> => {
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const answer = JSON.parse(line.toString()) as { result: { startUrl: string } };
  return answer.result.startUrl;
};

/** Serves an archive; a fresh, empty folder where none is given. */
export const startHost = async (archiveFolder?: string): Promise<RunningHost> => {
  const folder = archiveFolder ?? join(await mkdtemp(join(tmpdir(), 'hub-archive-e2e-')), 'archive');
  const child = spawn(process.execPath, [cli, 'serve', '--archive', folder, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The clock of an office PC: the same for the core and for the browser beside it.
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  });
  return {
    startUrl: await startUrlOf(child),
    archiveFolder: folder,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      if (archiveFolder === undefined) await rm(resolve(folder, '..'), { recursive: true, force: true });
    },
  };
};
