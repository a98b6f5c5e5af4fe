import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReceivedFileId } from '../../shared/domain/ids.ts';
import { partsIndexName } from '../../shared/domain/package-parts.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  deleteReceivedFile,
  listReceivedFiles,
  replaceReceivedFile,
  type StoredFile,
} from '../db/repositories/received-files.ts';
import { joinParts } from '../ledger/package-parts.ts';
import type { OpenArchive } from '../open-archive.ts';
import {
  abandonIntake,
  isPartName,
  isPartsIndex,
  measureFile,
  partsOf,
  receivedPath,
  requireReceivedFile,
} from './received-files.ts';
import type { Watch } from './watched-work.ts';

/** Joins the parts of an index that came in; the package takes the index's place in the inbox. */
const joinReceived = async (archive: OpenArchive, index: StoredFile, watch: Watch): Promise<StoredFile> => {
  const files = await archive.store.read(listReceivedFiles);
  const { wholeName, parts, missing } = await partsOf(archive, index, files);
  if (missing.length > 0) throw new CodedError('PARTS_MISSING', { names: [...missing] });
  const indexPath = receivedPath(archive, index);
  const folder = dirname(indexPath);
  // Left by a join that was killed before it was recorded.
  await rm(join(folder, wholeName), { force: true });
  const path = await joinParts(indexPath, folder, {
    partPaths: parts.map((part) => receivedPath(archive, part)),
    copied: (done, total) => watch.report('join', done, total),
  });
  const whole = { fileName: wholeName, ...(await measureFile(path)) };
  await archive.store.write((writer) => {
    replaceReceivedFile(writer, index.id, whole);
    parts.forEach(({ id }) => deleteReceivedFile(writer, id));
  });
  await Promise.all(parts.map((part) => abandonIntake(archive, part)));
  await rm(indexPath, { force: true });
  return archive.store.read((reader) => requireReceivedFile(reader, index.id));
};

/** A file of the inbox as one package. @throws CodedError NOT_FOUND `received-file`, PARTS_* */
export const wholeFile = async (
  archive: OpenArchive,
  id: ReceivedFileId,
  watch: Watch,
): Promise<StoredFile> => {
  const file = await archive.store.read((reader) => requireReceivedFile(reader, id));
  if (isPartsIndex(file)) return joinReceived(archive, file, watch);
  if (isPartName(file))
    throw new CodedError('PARTS_MISSING', { names: [partsIndexName(file.fileName.slice(0, -4))] });
  return file;
};
