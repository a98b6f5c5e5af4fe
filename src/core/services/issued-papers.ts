import type { DocumentKind } from '../../shared/domain/document.ts';
import {
  issuedPaperId,
  type AttachmentId,
  type IssuedPaperId,
  type OrganizationId,
} from '../../shared/domain/ids.ts';
import type {
  IssuedPaper,
  IssuedPaperFilter,
  IssueRequest,
  VoidRequest,
} from '../../shared/domain/issued-paper.ts';
import { CodedError } from '../../shared/errors.ts';
import { documentShortLabels } from '../../shared/labels/document.ts';
import { addAttachment, openAttachment } from '../attachments/attachments.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  attachmentOfIssued,
  countIssuedPapers,
  getIssuedPaper,
  insertIssuedPaper,
  insertVoidedCopy,
  lastPrintings,
  listIssuedPapers,
} from '../db/repositories/issued-papers.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';

/**
 * The printing that each paper comes to, the first being 1.
 *
 * @throws CodedError INVALID_VALUE `reprintReason` `missing` where one was issued before and nobody says why again
 */
export const nextPrintings = async (
  { store }: OpenArchive,
  kind: DocumentKind,
  subjectIds: readonly string[],
  { reason }: Pick<IssueRequest, 'reason'>,
): Promise<(subjectId: string) => number> => {
  const last = await store.read((reader) => lastPrintings(reader, kind, subjectIds));
  if (last.size > 0 && reason === null)
    throw new CodedError('INVALID_VALUE', { field: 'reprintReason', reason: 'missing' });
  return (subjectId) => (last.get(subjectId) ?? 0) + 1;
};

/** A paper of a job that counts. */
export interface PrintedPaper {
  readonly subjectId: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly printing: number;
}

/** What was printed of one kind in one go, and the file that is kept of it. */
export interface IssuedBatch {
  readonly kind: DocumentKind;
  readonly file: File;
  readonly copies: number;
  readonly papers: readonly PrintedPaper[];
}

const insertBatch = (
  { ports }: OpenArchive,
  writer: Writer,
  { kind, copies, papers }: IssuedBatch,
  attachmentId: AttachmentId,
  { by, reason }: Pick<IssueRequest, 'by' | 'reason'>,
): void => {
  const last = lastPrintings(
    writer,
    kind,
    papers.map(({ subjectId }) => subjectId),
  );
  for (const { printing, ...paper } of papers) {
    if ((last.get(paper.subjectId) ?? 0) + 1 !== printing)
      throw new CodedError('CONFLICT', { what: 'issued-paper' });
    insertIssuedPaper(writer, {
      ...paper,
      id: issuedPaperId.parse(ports.random.id()),
      kind,
      printing,
      copies,
      printedOn: ports.clock.today(),
      printedBy: by,
      reason: printing === 1 ? null : reason,
      attachmentId,
      recordedAt: ports.clock.instant(),
    });
  }
};

/**
 * Keeps the PDFs of some batches, encrypted and known by their digests, and writes their papers into the register, all or
 * none, before a file leaves the core.
 *
 * @param also goes into the same transaction
 * @throws CodedError CONFLICT where one of the papers was issued meanwhile: its copies bear a number that is taken
 */
export const recordIssued = async (
  archive: OpenArchive,
  batches: readonly IssuedBatch[],
  answer: Pick<IssueRequest, 'by' | 'reason'>,
  also: (writer: Writer) => void = () => {},
): Promise<void> => {
  const kept: AttachmentId[] = [];
  for (const { file } of batches) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    kept.push(
      (await addAttachment(archive, { fileName: file.name, mediaType: 'application/pdf', bytes })).id,
    );
  }
  await archive.store.write((writer) => {
    for (const [index, batch] of batches.entries()) insertBatch(archive, writer, batch, kept[index]!, answer);
    also(writer);
  });
};

const requireIssued = (reader: Reader, id: IssuedPaperId): IssuedPaper => {
  const paper = getIssuedPaper(reader, id);
  if (paper === null) throw new CodedError('NOT_FOUND', { what: 'issued-paper' });
  return paper;
};

/** @throws CodedError NOT_FOUND, also for a copy that was never printed; CONFLICT where it is void already */
export const voidCopies = (
  { store, ports }: OpenArchive,
  { id, copy, by, reason }: VoidRequest,
): Promise<IssuedPaper> =>
  store.write((writer) => {
    const { copies, voided } = requireIssued(writer, id);
    if (copy !== null && copy > copies) throw new CodedError('NOT_FOUND', { what: 'issued-paper' });
    const isVoid = (each: number): boolean => voided.some((line) => line.copy === each);
    const wanted = copy === null ? Array.from({ length: copies }, (_, index) => index + 1) : [copy];
    const left = wanted.filter((each) => !isVoid(each));
    if (left.length === 0) throw new CodedError('CONFLICT', { what: 'issued-paper' });
    const at = ports.clock.instant();
    for (const each of left) insertVoidedCopy(writer, id, { copy: each, by, reason, at });
    return requireIssued(writer, id);
  });

export const listIssued = (
  { store }: OpenArchive,
  input: { readonly filter: IssuedPaperFilter; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: IssuedPaper[]; readonly total: number }> =>
  store.read((reader) => ({
    rows: [...listIssuedPapers(reader, input.filter, input.offset, input.limit)],
    total: countIssuedPapers(reader, input.filter),
  }));

/** The kept PDF. @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment` */
export const keptIssue = async (archive: OpenArchive, id: IssuedPaperId): Promise<File> => {
  const attachment = await archive.store.read((reader) => attachmentOfIssued(reader, id));
  if (attachment === null) throw new CodedError('NOT_FOUND', { what: 'issued-paper' });
  const { attachment: kept, bytes } = await openAttachment(archive, attachment);
  return new File([bytes], kept.fileName, { type: kept.mediaType });
};

const voidWords = ({ voided }: IssuedPaper): string =>
  voided.map(({ copy, by, reason, at }) => `第${copy}份 ${by} ${dayOfInstant(at)}：${reason}`).join('；');

const columns: readonly ListColumn<IssuedPaper>[] = [
  { header: '打印日期', width: 12, value: ({ printedOn }) => printedOn },
  { header: '文书', width: 14, value: ({ kind }) => documentShortLabels[kind] },
  { header: '名称', width: 40, value: ({ title }) => title },
  { header: '文号', width: 24, value: ({ documentNumber }) => documentNumber ?? '' },
  { header: '组织', width: 28, value: ({ organizationName }) => organizationName },
  { header: '第几次打印', width: 12, value: ({ printing }) => printing },
  { header: '份数', width: 8, value: ({ copies }) => copies },
  { header: '打印人', width: 12, value: ({ printedBy }) => printedBy },
  { header: '重打理由', width: 30, value: ({ reason }) => reason ?? '' },
  { header: '作废', width: 40, value: voidWords },
  { header: '存档 PDF 的 SHA-256', width: 66, value: ({ sha256 }) => sha256 },
];

/** 已发文书登记 as shown. */
export const exportIssued = async (archive: OpenArchive, filter: IssuedPaperFilter): Promise<File> => {
  const rows = await archive.store.read((reader) => listIssuedPapers(reader, filter, 0, -1));
  return exportedList(archive, { name: '已发文书登记', sheetName: '已发文书', columns, rows });
};
