import type { ServiceFile } from '../../shared/contract/service-registers.ts';
import type { AttachmentId, ServiceLineId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { digestOf } from '../attachments/attachments.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  insertServiceFile,
  listServiceFiles,
  setServiceFileRemoved,
} from '../db/repositories/service-files.ts';
import type { OpenArchive } from '../open-archive.ts';
import { takeBytesIn } from './dossier-files.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireServiceLine } from './service-lines.ts';

const requireOpenLine = (reader: Reader, id: ServiceLineId): void => {
  const { organizationId } = requireServiceLine(reader, id);
  if (organizationId !== null) requireOpenDossier(reader, organizationId);
};

/**
 * Takes a paper or photo of a line in: proven by its bytes, copied in, encrypted. The same bytes are not added twice.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; PAPER_REFUSED; INVALID_VALUE `file` `too-large`
 */
export const addServiceFile = async (
  archive: OpenArchive,
  { id, file }: { readonly id: ServiceLineId; readonly file: File },
): Promise<ServiceFile> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = digestOf(bytes);
  const known = await archive.store.read((reader) => {
    requireOpenLine(reader, id);
    return listServiceFiles(reader, id).find(({ attachment }) => attachment.sha256 === sha256);
  });
  if (known !== undefined) return known;
  const attachment = await takeBytesIn(archive, file.name, bytes);
  return archive.store.write((writer) => {
    requireOpenLine(writer, id);
    const title = attachment.fileName.replace(/\.[^.]*$/, '');
    insertServiceFile(writer, id, attachment.id, title);
    return { title, attachment };
  });
};

const change = (
  { store, ports }: OpenArchive,
  { id, attachmentId }: { readonly id: ServiceLineId; readonly attachmentId: AttachmentId },
  removed: boolean,
): Promise<void> =>
  store.write((writer) => {
    requireOpenLine(writer, id);
    const at = removed ? ports.clock.instant() : null;
    if (!setServiceFileRemoved(writer, id, attachmentId, at))
      throw new CodedError('NOT_FOUND', { what: 'attachment' });
  });

/** Takes a paper off its line; its bytes stay, so that it can be put back. @throws CodedError NOT_FOUND; DOSSIER_SEALED */
export const removeServiceFile = (
  archive: OpenArchive,
  paper: { readonly id: ServiceLineId; readonly attachmentId: AttachmentId },
): Promise<void> => change(archive, paper, true);

/** Puts a paper back. @throws CodedError NOT_FOUND; DOSSIER_SEALED */
export const restoreServiceFile = (
  archive: OpenArchive,
  paper: { readonly id: ServiceLineId; readonly attachmentId: AttachmentId },
): Promise<void> => change(archive, paper, false);
