import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import {
  inspectionPieceBytes,
  type InspectionOutcome,
  type InspectionRequest,
} from '../../shared/domain/inspection.ts';
import { inspectionVersionLabels } from '../../shared/labels/inspection.ts';
import { CodedError } from '../../shared/errors.ts';
import { ageEncrypt } from '../crypto/age-encrypt.ts';
import { openAgeFile } from '../crypto/age-file.ts';
import { openChunkCipher } from '../crypto/chunk-ciphers.ts';
import { DocumentFileNames } from '../documents/document-file-names.ts';
import type { OpenArchive } from '../open-archive.ts';
import { reveal } from '../services/reveals.ts';
import type { Watch } from '../services/watched-work.ts';
import { asStorageError } from '../storage-error.ts';
import { inspectionDossier, type DossierCounts } from './inspection-dossier.ts';
import { openPageThread } from './page-thread.ts';

/*
 * A dossier may be larger than memory, and must not lie on a disk in clear: it is written encrypted to the archive's own
 * key, and handed over in pieces. What nobody takes goes when the next one is made.
 */
const folderOf = ({ ports }: OpenArchive): string => join(ports.paths.archive, 'inspection');

const fileNameOf = ({ version }: InspectionRequest, { title }: DossierCounts, today: string): string =>
  new DocumentFileNames().next(
    '检查卷',
    `${title.replace(/^检查卷 /, '')}_${inspectionVersionLabels[version]}_${today}`,
    'pdf',
  );

interface Running {
  counts: DossierCounts | null;
  length: number;
}

/** The bytes of a dossier as a plain stream; what it came to is left in `running`. */
async function* counted(
  dossier: AsyncGenerator<Uint8Array, DossierCounts>,
  running: Running,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    const step = await dossier.next();
    if (step.done) {
      running.counts = step.value;
      return;
    }
    running.length += step.value.length;
    yield step.value;
  }
}

const write = async (
  archive: OpenArchive,
  path: string,
  source: AsyncGenerator<Uint8Array>,
): Promise<void> => {
  const cipher = await openChunkCipher();
  const recipient = await identityToRecipient(archive.keys.attachmentIdentity);
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const part of ageEncrypt(source, [recipient], cipher)) await handle.writeFile(part);
  } finally {
    await handle.close();
  }
};

/** Who asked for the numbers in it, and what for, is on disk before anything of it is made (PIPL Art. 51). */
const log = async (archive: OpenArchive, { organizationId, actor, purpose }: InspectionRequest) => {
  await reveal(archive, {
    target: { kind: 'roster', organizationId, asOf: null },
    actor,
    reason: 'inspection',
    note: purpose,
  });
};

/**
 * Makes an inspection dossier and keeps it until it is taken.
 *
 * @throws CodedError NOT_FOUND, PDF_PRINTER_MISSING, PDF_FAILED, CANCELLED, DISK_FULL, STORAGE_UNWRITABLE
 */
export const makeDossier = async (
  archive: OpenArchive,
  request: InspectionRequest,
  watch: Watch,
  signal?: AbortSignal,
): Promise<InspectionOutcome> => {
  const { ports } = archive;
  if (!(await ports.pdf.available())) throw new CodedError('PDF_PRINTER_MISSING', {});
  if (request.version === 'full') await log(archive, request);
  const folder = folderOf(archive);
  const id = ports.random.id();
  const path = join(folder, id);
  const thread = openPageThread();
  const running: Running = { counts: null, length: 0 };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const old of await readdir(folder)) await rm(join(folder, old), { force: true });
    await write(archive, path, counted(inspectionDossier(archive, request, thread, watch, signal), running));
  } catch (error) {
    await rm(path, { force: true });
    throw asStorageError(error);
  } finally {
    await thread.close();
  }
  const { counts } = running;
  if (counts === null) throw new Error('a dossier without an end');
  return {
    fileId: id,
    fileName: fileNameOf(request, counts, ports.clock.today()),
    byteLength: running.length,
    pages: counts.pages,
    items: counts.items,
    problems: [...counts.problems],
  };
};

/**
 * Bytes of a dossier from a place on, at most 8 MiB; with the last of them it is gone.
 *
 * @throws CodedError NOT_FOUND where it was taken, never made, or made before the next one
 */
export const takeDossier = async (
  archive: OpenArchive,
  { fileId, from }: { readonly fileId: string; readonly from: number },
): Promise<File> => {
  const path = join(folderOf(archive), fileId);
  const cipher = await openChunkCipher();
  const file = await openAgeFile(path, archive.keys.attachmentIdentity, cipher).catch((cause: unknown) => {
    throw new CodedError('NOT_FOUND', { what: 'file' }, { cause });
  });
  const pieces: Uint8Array[] = [];
  const end = Math.min(file.length, from + inspectionPieceBytes);
  try {
    if (from < end) for await (const piece of file.read(from, end)) pieces.push(piece);
  } finally {
    await file.close();
  }
  if (end >= file.length) await rm(path, { force: true });
  return new File(pieces, 'piece', { type: 'application/octet-stream' });
};
