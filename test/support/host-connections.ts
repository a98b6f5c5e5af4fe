import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import type { Core } from '../../src/core/open-core.ts';
import type { Logger } from '../../src/core/ports.ts';
import { startBrowserHost, type BrowserHost } from '../../src/loopback/browser-host.ts';
import { openNodeCore } from '../../src/loopback/open-node-core.ts';
import type { Contract } from '../../src/shared/contract/index.ts';

export type HostClient = ContractRouterClient<Contract>;

export interface LoggedError {
  readonly event: string;
  readonly error: unknown;
}

/** Keeps what a host would log, so that a test can say what must never be there. */
export const recordingLogger = (): Logger & { readonly errors: LoggedError[] } => {
  const errors: LoggedError[] = [];
  return { errors, info: () => {}, error: (event, error) => void errors.push({ event, error }) };
};

/** A core on a fresh temp folder. */
export const openTempCore = async (
  logger: Logger,
): Promise<{ core: Core; folder: string; close: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-host-'));
  const core = await openNodeCore({ archiveFolder: join(folder, 'archive'), logger });
  return {
    core,
    folder,
    close: async () => {
      await core.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export interface HostConnection {
  readonly client: HostClient;
  readonly errors: readonly LoggedError[];
  close(): Promise<void>;
}

export const connectInProcess = async (): Promise<HostConnection> => {
  const logger = recordingLogger();
  const { core, close } = await openTempCore(logger);
  return { client: createRouterClient(core.router, { context: core.context }), errors: logger.errors, close };
};

export const connectOverPort = async (): Promise<HostConnection> => {
  const logger = recordingLogger();
  const { core, close } = await openTempCore(logger);
  const { port1, port2 } = new MessageChannel();
  new PortHandler(core.router).upgrade(port1, { context: core.context });
  const client: HostClient = createORPCClient(new PortLink({ port: port2 }));
  port1.start();
  port2.start();
  return {
    client,
    errors: logger.errors,
    close: async () => {
      port1.close();
      port2.close();
      await close();
    },
  };
};

/** Speaks to a running browser host as its own page does. */
export const httpClient = async (host: BrowserHost): Promise<{ client: HostClient; session: string }> => {
  const token = new URL(host.startUrl).hash.slice('#token='.length);
  const exchanged = await fetch(`${host.origin}/session`, {
    method: 'POST',
    body: token,
    headers: { origin: host.origin },
  });
  const { session } = (await exchanged.json()) as { session: string };
  const headers = { authorization: `Bearer ${session}`, origin: host.origin };
  return { client: createORPCClient(new HttpLink({ url: `${host.origin}/rpc`, headers })), session };
};

export const connectOverHttp = async (): Promise<HostConnection> => {
  const logger = recordingLogger();
  const { core, close } = await openTempCore(logger);
  const host = await startBrowserHost({
    core,
    logger,
    rendererFolder: resolve(import.meta.dirname, '../../src/renderer'),
    port: 0,
  });
  const { client } = await httpClient(host);
  return {
    client,
    errors: logger.errors,
    close: async () => {
      await host.close();
      await close();
    },
  };
};
