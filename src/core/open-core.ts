import type { Router } from '@orpc/server';
import type { Contract } from '../shared/contract/index.ts';
import { createArchiveSession } from './archive-session.ts';
import type { Ports } from './ports.ts';
import type { CoreContext } from './routes/base.ts';
import { router } from './routes/index.ts';

/** An open core: the router that hosts serve with its context, and a close that waits for running writes. */
export interface Core {
  readonly router: Router<Contract, CoreContext>;
  readonly context: CoreContext;
  close(): Promise<void>;
}

/** Composition root: wires the session to what the host lends. */
export const openCore = async (ports: Ports): Promise<Core> => {
  const session = createArchiveSession(ports);
  return { router, context: { session, ports }, close: () => session.lock() };
};
