import type { ArchiveSession } from './archive-session.ts';
import type { Ports } from './ports.ts';
import type { CoreContext } from './routes/base.ts';
import { router } from './routes/index.ts';

/** An open core: the router that hosts serve with its context, and a close that waits for running work. */
export interface Core {
  readonly router: typeof router;
  readonly context: CoreContext;
  close(): Promise<void>;
}

/** Composition root: wires services to what the host lends. */
export const openCore = (ports: Ports, session: ArchiveSession): Core => {
  ports.logger.info('core-opened');
  return { router, context: { session }, close: async () => {} };
};
