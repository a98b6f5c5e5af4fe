import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { digestOf, openAttachment } from '../../src/core/attachments/attachments.ts';
import { storedPath } from '../../src/core/attachments/stored-path.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';
import type { SqlParameters } from '../../src/core/db/archive-store.ts';
import { openKeyRing } from '../../src/core/keys/key-ring.ts';
import { lookupKey } from '../../src/core/keys/lookup-key.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { attachmentIdentityOf } from '../../src/core/services/archive-setup.ts';
import { attachmentId } from '../../src/shared/domain/ids.ts';
import { testPorts } from '../support/open-test-archive.ts';

/** The archive that a host is serving, opened a second time by the core's own functions, to look at what lies in it. */
export interface ArchiveBeside {
  readonly archive: OpenArchive;
  /** Rows as they stand committed. */
  rows<Row>(sql: string, parameters?: SqlParameters): Promise<Row[]>;
  /** The file with these clear bytes lies on the disk, encrypted, and gives them back. */
  keeps(clear: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** @param archiveFolder named `archive`, as hosts of tests have it */
export const openBeside = async (archiveFolder: string, password: string): Promise<ArchiveBeside> => {
  const ports = testPorts(resolve(archiveFolder, '..'));
  const key = await openKeyRing(join(archiveFolder, 'archive.key.json'), ports).behindPassword(password);
  const store = await openArchiveStore(join(archiveFolder, 'archive.db'), key);
  const keys = {
    database: key,
    lookup: lookupKey(key),
    attachmentIdentity: await attachmentIdentityOf(store),
  };
  const archive: OpenArchive = { store, ports, keys };
  const rows = <Row>(sql: string, parameters: SqlParameters = []): Promise<Row[]> =>
    store.read((reader) => reader.all<Row>(sql, parameters));
  return {
    archive,
    rows,
    keeps: async (clear) => {
      const sha256 = digestOf(clear);
      const [row] = await rows<{ id: string }>('SELECT id FROM attachments WHERE sha256 = ?', [sha256]);
      const stored = await readFile(storedPath(archive, sha256));
      expect(stored.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
      expect(stored.includes(Buffer.from(clear).subarray(0, 64))).toBe(false);
      const { bytes } = await openAttachment(archive, attachmentId.parse(row?.id));
      expect(digestOf(bytes)).toBe(sha256);
    },
    close: () => store.close(),
  };
};
