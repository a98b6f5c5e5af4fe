import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Core } from '../core/open-core.ts';
import type { Logger } from '../core/ports.ts';
import { openNodeCore } from '../loopback/open-node-core.ts';
import { readPassword } from './password.ts';

export type ArchiveClient = RouterClient<Core['router']>;

/** Bugs go to standard error with their stack; events are of no interest on a terminal. */
export const terminalLogger: Logger = {
  info: () => {},
  error: (event, error) => console.error(event, error),
};

interface OpenOptions {
  readonly archive: string;
  readonly packagesFolder?: string;
  readonly backupFolder?: string;
}

/** Runs work against the contract, in process, on an archive folder that need not exist or be open yet. */
export const withCore = async <T>(
  options: OpenOptions,
  work: (client: ArchiveClient, core: Core) => Promise<T>,
): Promise<T> => {
  const core = await openNodeCore({
    archiveFolder: options.archive,
    logger: terminalLogger,
    ...(options.packagesFolder === undefined ? {} : { packagesFolder: options.packagesFolder }),
    ...(options.backupFolder === undefined ? {} : { backupFolder: options.backupFolder }),
  });
  try {
    return await work(createRouterClient(core.router, { context: core.context }), core);
  } finally {
    await core.close();
  }
};

/** The same on an archive unlocked with its password. */
export const withArchive = <T>(
  options: OpenOptions,
  work: (client: ArchiveClient, core: Core) => Promise<T>,
): Promise<T> =>
  withCore(options, async (client, core) => {
    await client.archive.unlock({ password: await readPassword('Password') });
    return work(client, core);
  });
