import type { OpenArchive } from '../../src/core/open-archive.ts';
import type { CoreContext } from '../../src/core/routes/base.ts';

/** A session that has nothing but an open archive of an office, for tests that call routes. */
export const openSession = (archive: OpenArchive): CoreContext['session'] =>
  ({ requireOpen: () => archive, desk: () => 'office' }) as unknown as CoreContext['session'];
