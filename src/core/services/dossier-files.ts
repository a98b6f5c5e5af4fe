import {
  type DossierFile,
  type DossierPapers,
  type FileFacts,
  type HeldAttachment,
  type PaperTarget,
  type SameFile,
} from '../../shared/domain/dossier-file.ts';
import { dossierPart } from '../../shared/domain/dossier.ts';
import {
  dossierFileId,
  type AttachmentId,
  type DossierFileId,
  type FilingId,
  type OrganizationId,
  type RecordId,
} from '../../shared/domain/ids.ts';
import { mediaTypes } from '../../shared/domain/attachment-kind.ts';
import { CodedError } from '../../shared/errors.ts';
import { addAttachment, digestOf, openAttachment } from '../attachments/attachments.ts';
import { proveAttachment } from '../attachments/prove-attachment.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { linkAttachment, linkAttachmentToStep } from '../db/repositories/attachments.ts';
import {
  findSameFile,
  getDossierFile,
  insertFileVersion,
  listDossierFiles,
  listFilingScans,
  saveDossierFile,
  setFileDeleted,
} from '../db/repositories/dossier-files.ts';
import { getRecord } from '../db/repositories/dossier-records.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { updateFiling } from '../db/repositories/filings.ts';
import { listOfficeParts } from '../db/repositories/office-parts.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { previews } from '../previews/preview-thread.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireFiling } from './filings.ts';
import { requireChangeableFiling, requireUnlocked } from './item-lock.ts';

const requireFile = async (reader: Reader, id: DossierFileId): Promise<DossierFile> => {
  const file = await getDossierFile(reader, id);
  if (file === null) throw new CodedError('NOT_FOUND', { what: 'dossier-file' });
  return file;
};

const isPaged = ({ mediaType }: HeldAttachment): boolean =>
  mediaType === mediaTypes.pdf || mediaType === mediaTypes.tiff;

/**
 * Papers of a dossier with the scans of its filings; of one record only where `recordId` is given. Who lists papers
 * will probably look at one: the thread that draws them is started.
 */
export const readPapers = async (
  { store }: OpenArchive,
  {
    organizationId,
    recordId,
  }: { readonly organizationId: OrganizationId; readonly recordId: RecordId | null },
): Promise<DossierPapers> => {
  const papers = await store.read(async (reader) => ({
    files: await listDossierFiles(reader, organizationId, recordId),
    scans: recordId === null ? listFilingScans(reader, organizationId) : [],
  }));
  const attachments = [...papers.files.flatMap(({ versions }) => versions), ...papers.scans];
  if (attachments.some(({ attachment }) => isPaged(attachment))) previews.warm();
  return papers;
};

/** A part that exists, and a record of the same organization, or none. */
const checkFacts = async (
  reader: Reader,
  organizationId: OrganizationId,
  { part, recordId }: Pick<FileFacts, 'part' | 'recordId'>,
): Promise<void> => {
  const known = dossierPart.safeParse(part).success || listOfficeParts(reader).some(({ id }) => id === part);
  if (!known) throw new CodedError('NOT_FOUND', { what: 'office-part' });
  if (recordId === null) return;
  const record = await getRecord(reader, recordId);
  if (record?.organizationId !== organizationId) throw new CodedError('NOT_FOUND', { what: 'record' });
};

/** @throws CodedError DOSSIER_SEALED; ITEM_ARCHIVED for a paper that is an item of its own, or part of its record's */
const requireChangeable = (
  reader: Reader,
  { id, organizationId, recordId }: Pick<DossierFile, 'id' | 'organizationId' | 'recordId'>,
): void => {
  requireOpenDossier(reader, organizationId);
  requireUnlocked(reader, 'file', id);
  if (recordId !== null) requireUnlocked(reader, 'record', recordId);
};

const linkToFiling = (
  writer: Writer,
  archive: OpenArchive,
  attachmentId: AttachmentId,
  { filingId, step }: { readonly filingId: FilingId; readonly step: number | null },
): void => {
  const filing = requireFiling(writer, filingId);
  requireChangeableFiling(writer, filing);
  linkAttachment(writer, attachmentId, filingId);
  if (step !== null) {
    const taken = listFilingSteps(writer, filingId).some(({ sequence }) => sequence === step);
    if (!taken) throw new CodedError('NOT_FOUND', { what: 'step' });
    linkAttachmentToStep(writer, filingId, attachmentId, step);
  }
  updateFiling(writer, { ...filing, updatedAt: archive.ports.clock.instant() });
};

/**
 * Puts an attachment in its place; part of one work, so that whoever files a scan settles it together with its item in
 * the inbox. @returns the paper; null where it went to a filing
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED
 */
export const placeAttachment = async (
  writer: Writer,
  archive: OpenArchive,
  attachmentId: AttachmentId,
  target: PaperTarget,
): Promise<DossierFile | null> => {
  if (target.to === 'filing') {
    linkToFiling(writer, archive, attachmentId, target);
    return null;
  }
  if (target.to === 'version') {
    const file = await requireFile(writer, target.fileId);
    const { organizationId } = file;
    requireChangeable(writer, file);
    await insertFileVersion(writer, target.fileId, attachmentId, target.note);
    refreshOrganization(writer, organizationId);
    return requireFile(writer, target.fileId);
  }
  const { to: _to, ...facts } = target;
  if (getOrganization(writer, facts.organizationId) === null)
    throw new CodedError('NOT_FOUND', { what: 'organization' });
  requireOpenDossier(writer, facts.organizationId);
  await checkFacts(writer, facts.organizationId, facts);
  if (facts.recordId !== null) requireUnlocked(writer, 'record', facts.recordId);
  const id = dossierFileId.parse(archive.ports.random.id());
  await saveDossierFile(writer, { ...facts, id, createdAt: archive.ports.clock.instant() });
  await insertFileVersion(writer, id, attachmentId, null);
  refreshOrganization(writer, facts.organizationId);
  return requireFile(writer, id);
};

/** Proves what a paper is and copies its bytes in; it is in no dossier yet. @throws CodedError PAPER_REFUSED and those of addAttachment */
export const takeBytesIn = async (
  archive: OpenArchive,
  fileName: string,
  bytes: Uint8Array,
): Promise<HeldAttachment> => {
  const proven = await proveAttachment(bytes, fileName);
  const attachment = await addAttachment(archive, { fileName, bytes, ...proven });
  return { ...attachment, warnings: proven.warnings };
};

export interface AddedPaper {
  /** Null where the dossier had these bytes already and they were not wanted twice, or they went to a filing. */
  readonly file: DossierFile | null;
  /** Where the same bytes were kept before. */
  readonly same: SameFile | null;
}

const organizationOf = async (reader: Reader, target: PaperTarget): Promise<OrganizationId> => {
  switch (target.to) {
    case 'dossier':
      return target.organizationId;
    case 'version':
      return (await requireFile(reader, target.fileId)).organizationId;
    case 'filing':
      return requireFiling(reader, target.filingId).organizationId;
  }
};

/**
 * Takes a paper into a dossier: proven by its bytes, copied in, encrypted, stored once however often it is added. What
 * the same dossier holds already is not added again unless `evenIfSame`.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; PAPER_REFUSED; INVALID_VALUE `file` `too-large`; DISK_FULL, STORAGE_UNWRITABLE
 */
export const addPaper = async (
  archive: OpenArchive,
  input: { readonly target: PaperTarget; readonly file: File; readonly evenIfSame: boolean },
): Promise<AddedPaper> => {
  const { target, file } = input;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = digestOf(bytes);
  const { organizationId, same } = await archive.store.read(async (reader) => {
    const organization = await organizationOf(reader, target);
    requireOpenDossier(reader, organization);
    return { organizationId: organization, same: findSameFile(reader, sha256, organization) };
  });
  if (same?.organizationId === organizationId && !input.evenIfSame) return { file: null, same };
  const { id } = await takeBytesIn(archive, file.name, bytes);
  return { file: await archive.store.write((writer) => placeAttachment(writer, archive, id, target)), same };
};

/** Changes what is said of a paper. @throws CodedError NOT_FOUND */
export const changePaper = (
  { store }: OpenArchive,
  { id, facts }: { readonly id: DossierFileId; readonly facts: FileFacts },
): Promise<DossierFile> =>
  store.write(async (writer) => {
    const { versions: _versions, ...before } = await requireFile(writer, id);
    requireChangeable(writer, before);
    await checkFacts(writer, before.organizationId, facts);
    await saveDossierFile(writer, { ...before, ...facts });
    refreshOrganization(writer, before.organizationId);
    return requireFile(writer, id);
  });

/** Puts a paper into the recycle bin, all versions with it. @throws CodedError NOT_FOUND */
export const removePaper = ({ store, ports: { clock } }: OpenArchive, id: DossierFileId): Promise<void> =>
  store.write(async (writer) => {
    const file = await requireFile(writer, id);
    const { organizationId } = file;
    requireChangeable(writer, file);
    await setFileDeleted(writer, id, clock.instant());
    refreshOrganization(writer, organizationId);
  });

/** Takes a paper out of the recycle bin, back to its part and record. @throws CodedError NOT_FOUND */
export const restorePaper = ({ store }: OpenArchive, id: DossierFileId): Promise<DossierFile> =>
  store.write(async (writer) => {
    const organizationId = await setFileDeleted(writer, id, null);
    if (organizationId === null) throw new CodedError('NOT_FOUND', { what: 'dossier-file' });
    const file = await requireFile(writer, id);
    requireChangeable(writer, file);
    refreshOrganization(writer, organizationId);
    return file;
  });

/** A paper's bytes as they came in. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const paperFile = async (archive: OpenArchive, id: AttachmentId): Promise<File> => {
  const { attachment, bytes } = await openAttachment(archive, id);
  return new File([bytes], attachment.fileName, { type: attachment.mediaType });
};
