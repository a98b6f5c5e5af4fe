import type { DocumentKind } from '../../shared/domain/document.ts';
import { sealPictureId, type OrganizationId, type SealMonth } from '../../shared/domain/ids.ts';
import type {
  HandUseInput,
  SealPermission,
  SealPictureFacts,
  SealRequest,
  SealUse,
  SealUseFilter,
} from '../../shared/domain/seal.ts';
import { CodedError } from '../../shared/errors.ts';
import { sealMethodLabels } from '../../shared/labels/seal.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import {
  appendSealPermission,
  appendSealUse,
  countSealUses,
  currentSealPermission,
  getSealUse,
  insertSealPicture,
  listSealUses,
  retireSealPicture,
  sealMonths,
  sealPictureInUse,
  strikeSealUse,
  type KeptSealPicture,
} from '../db/repositories/seals.ts';
import type { CheckedSeal } from '../documents/checked-seal.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';

export interface SealState {
  readonly picture: SealPictureFacts | null;
  readonly permission: SealPermission | null;
}

const stateOf = (reader: Reader): SealState => {
  const kept = sealPictureInUse(reader);
  if (kept === null) return { picture: null, permission: currentSealPermission(reader) };
  const { bytes: _, ...picture } = kept;
  return { picture, permission: currentSealPermission(reader) };
};

export const sealState = ({ store }: OpenArchive): Promise<SealState> => store.read(stateOf);

/** What was allowed for one picture is not allowed for the next. */
const forbid = (writer: Writer, at: string, by: string, reason: string): void => {
  if (currentSealPermission(writer)?.allowed)
    appendSealPermission(writer, { allowed: false, by, reason, at });
};

interface NewPicture {
  readonly name: string;
  readonly diameterMm: number;
  readonly by: string;
  readonly reason: string;
}

/** Takes a checked picture into use and wipes the one before it; the permission has to be given anew. */
export const setSealPicture = (
  { store, ports }: OpenArchive,
  { bytes, dpi }: Pick<CheckedSeal, 'bytes' | 'dpi'>,
  { name, diameterMm, by, reason }: NewPicture,
): Promise<SealState> =>
  store.write((writer) => {
    const at = ports.clock.instant();
    retireSealPicture(writer, at, by, reason);
    forbid(writer, at, by, `换了印章图片：${reason}`);
    const id = sealPictureId.parse(ports.random.id());
    insertSealPicture(writer, { id, name, diameterMm, dpi, bytes, addedAt: at, addedBy: by, reason });
    return stateOf(writer);
  });

export const removeSealPicture = (
  { store, ports }: OpenArchive,
  { by, reason }: Pick<NewPicture, 'by' | 'reason'>,
): Promise<SealState> =>
  store.write((writer) => {
    const at = ports.clock.instant();
    retireSealPicture(writer, at, by, reason);
    forbid(writer, at, by, `去掉了印章图片：${reason}`);
    return stateOf(writer);
  });

/** Allows or forbids the picture; each decision stays on record. @throws CodedError SEAL_NOT_ALLOWED without a picture */
export const decideSealPermission = (
  { store, ports }: OpenArchive,
  { allowed, by, reason }: { readonly allowed: boolean; readonly by: string; readonly reason: string },
): Promise<SealState> =>
  store.write((writer) => {
    if (allowed && sealPictureInUse(writer) === null)
      throw new CodedError('SEAL_NOT_ALLOWED', { reason: 'picture' });
    appendSealPermission(writer, { allowed, by, reason, at: ports.clock.instant() });
    return stateOf(writer);
  });

const allowedPicture = (reader: Reader): KeptSealPicture => {
  const picture = sealPictureInUse(reader);
  if (picture === null) throw new CodedError('SEAL_NOT_ALLOWED', { reason: 'picture' });
  if (!currentSealPermission(reader)?.allowed)
    throw new CodedError('SEAL_NOT_ALLOWED', { reason: 'permission' });
  return picture;
};

/** The picture for a print that was asked for and answered for. @throws CodedError SEAL_NOT_ALLOWED */
export const pictureForPrint = ({ store }: OpenArchive): Promise<KeptSealPicture> =>
  store.read(allowedPicture);

/** A paper that the picture stands on. */
export interface SealedPaper {
  readonly subjectId: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string;
  readonly title: string;
  readonly documentNumber: string | null;
}

/**
 * Writes a print into the register, a line for each paper, before the file leaves the core: with no line, no paper.
 *
 * @param picture what was printed; refused where it was wiped or forbidden meanwhile
 * @throws CodedError SEAL_NOT_ALLOWED
 */
export const recordPrintedSeals = (
  { store, ports }: OpenArchive,
  picture: Pick<KeptSealPicture, 'id' | 'name'>,
  { usedBy, approvedBy, purpose }: Omit<SealRequest, 'confirmed'>,
  kind: DocumentKind,
  papers: readonly SealedPaper[],
  copies: number,
): Promise<void> =>
  store.write((writer) => {
    if (allowedPicture(writer).id !== picture.id)
      throw new CodedError('SEAL_NOT_ALLOWED', { reason: 'picture' });
    const recordedAt = ports.clock.instant();
    for (const paper of papers) {
      appendSealUse(writer, {
        ...paper,
        usedOn: ports.clock.today(),
        method: 'picture',
        sealPictureId: picture.id,
        sealName: picture.name,
        documentKind: kind,
        copies,
        usedBy,
        approvedBy,
        purpose,
        recordedAt,
      });
    }
  });

const requireUse = (reader: Reader, sequence: number): SealUse => {
  const use = getSealUse(reader, sequence);
  if (use === null) throw new CodedError('NOT_FOUND', { what: 'seal-use' });
  return use;
};

/** A use of the real seal. @throws CodedError NOT_FOUND, INVALID_VALUE `usedOn` in the future */
export const recordHandUse = (
  { store, ports }: OpenArchive,
  { organizationId, ...input }: HandUseInput,
): Promise<SealUse> =>
  store.write((writer) => {
    if (input.usedOn > ports.clock.today())
      throw new CodedError('INVALID_VALUE', { field: 'usedOn', reason: 'future' });
    const organization = organizationId === null ? null : getOrganization(writer, organizationId);
    if (organizationId !== null && organization === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    const sequence = appendSealUse(writer, {
      ...input,
      method: 'hand',
      sealPictureId: null,
      documentKind: null,
      subjectId: null,
      organizationId,
      organizationName: organization?.name ?? null,
      recordedAt: ports.clock.instant(),
    });
    return requireUse(writer, sequence);
  });

/** Strikes a line. @throws CodedError NOT_FOUND; CONFLICT for one that is struck */
export const strikeUse = (
  { store, ports }: OpenArchive,
  { sequence, by, reason }: { readonly sequence: number; readonly by: string; readonly reason: string },
): Promise<SealUse> =>
  store.write((writer) => {
    if (requireUse(writer, sequence).struck !== null) throw new CodedError('CONFLICT', { what: 'seal-use' });
    strikeSealUse(writer, sequence, { at: ports.clock.instant(), by, reason });
    return requireUse(writer, sequence);
  });

export const listUses = (
  { store }: OpenArchive,
  input: { readonly filter: SealUseFilter; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: SealUse[]; readonly total: number; readonly months: SealMonth[] }> =>
  store.read((reader) => ({
    rows: [...listSealUses(reader, input.filter, input.offset, input.limit)],
    total: countSealUses(reader, input.filter),
    months: [...sealMonths(reader)],
  }));

const columns: readonly ListColumn<SealUse>[] = [
  { header: '编号', width: 8, value: ({ sequence }) => sequence },
  { header: '用印日期', width: 12, value: ({ usedOn }) => usedOn },
  { header: '文件名称', width: 40, value: ({ title }) => title },
  { header: '文号', width: 24, value: ({ documentNumber }) => documentNumber ?? '' },
  { header: '组织', width: 28, value: ({ organizationName }) => organizationName ?? '' },
  { header: '份数', width: 8, value: ({ copies }) => copies },
  { header: '印章', width: 24, value: ({ sealName }) => sealName },
  { header: '方式', width: 12, value: ({ method }) => sealMethodLabels[method] },
  { header: '用印人', width: 12, value: ({ usedBy }) => usedBy },
  { header: '批准人', width: 12, value: ({ approvedBy }) => approvedBy },
  { header: '事由', width: 30, value: ({ purpose }) => purpose },
  {
    header: '划销',
    width: 30,
    value: ({ struck }) =>
      struck === null ? '' : `${struck.by} ${dayOfInstant(struck.at)}：${struck.reason}`,
  },
];

/** 用印登记 as shown. */
export const exportUses = async (archive: OpenArchive, filter: SealUseFilter): Promise<File> => {
  const rows = await archive.store.read((reader) => listSealUses(reader, filter, 0, -1));
  return exportedList(archive, { name: '用印登记', sheetName: '用印登记', columns, rows });
};
