import { open, type FileHandle } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAttachment } from '../../../src/core/attachments/attachments.ts';
import { takeBytesIn } from '../../../src/core/services/dossier-files.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(async () => {
  vi.restoreAllMocks();
  await archive.close();
});

test('a disk that takes less than it is given, as one does that fills up, cuts no paper short', async () => {
  const handle = await open(import.meta.filename);
  const files = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  vi.spyOn(files, 'write').mockResolvedValue({ bytesWritten: 0, buffer: new Uint8Array() } as never);
  const bytes = samplePdf({ pages: [squarePage] });
  const { id } = await takeBytesIn(archive, '照片.pdf', bytes);
  expect((await openAttachment(archive, id)).bytes).toEqual(bytes);
});
