import type { ArchiveStore } from './db/archive-store.ts';
import type { Ports } from './ports.ts';

/** Keys that exist only while an archive is open; all derived from or stored under its 32-byte database key. */
export interface ArchiveKeys {
  /** The 32-byte key itself: backups copy the database under it and prove their manifests with it. */
  readonly database: Uint8Array;
  /** HMAC-SHA-256 key of the identity-number lookups. */
  readonly lookup: Uint8Array;
  /** age identity (`AGE-SECRET-KEY-1…`) that attachments are encrypted to. */
  readonly attachmentIdentity: string;
}

/** An unlocked archive: what every service works on. */
export interface OpenArchive {
  readonly store: ArchiveStore;
  readonly keys: ArchiveKeys;
  readonly ports: Ports;
}
