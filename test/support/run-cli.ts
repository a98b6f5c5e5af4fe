import { vi } from 'vitest';
import { hubArchiveProgram } from '../../src/cli/program.ts';

export interface CliOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, as `hub-archive ARGS` would; a usage error of the parser throws. */
export const runCli = async (args: readonly string[], password = '正确的口令 2026'): Promise<CliOutcome> => {
  const said = { log: [] as string[], error: [] as string[] };
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.log.push(line));
  const error = vi
    .spyOn(console, 'error')
    .mockImplementation((...words: unknown[]) => void said.error.push(words.map(String).join(' ')));
  vi.stubEnv('HUB_ARCHIVE_PASSWORD', password);
  const before = process.exitCode;
  try {
    await hubArchiveProgram().exitOverride().parseAsync(args, { from: 'user' });
    return {
      exitCode: Number(process.exitCode ?? 0),
      stdout: said.log.join('\n'),
      stderr: said.error.join('\n'),
    };
  } finally {
    process.exitCode = before;
    vi.unstubAllEnvs();
    log.mockRestore();
    error.mockRestore();
  }
};
