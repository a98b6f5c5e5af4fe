import type { OpenArchive } from './open-archive.ts';

/** The one archive of this process: absent, locked or open. */
export interface ArchiveSession {
  /** @throws CodedError ARCHIVE_LOCKED or ARCHIVE_ABSENT */
  requireOpen(): OpenArchive;
}
