import type { DisclosureScreening } from '../../shared/domain/disclosure.ts';
import {
  isRecordOf,
  type DisclosureObjection,
  type DossierRecord,
  type RecordOf,
} from '../../shared/domain/dossier-record.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { findPersonalData } from '../../shared/domain/personal-data.ts';
import { CodedError } from '../../shared/errors.ts';
import { openAttachment } from '../attachments/attachments.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { filesOfRecord, type RecordFile } from '../db/repositories/disclosures.ts';
import { getRecord, saveRecord } from '../db/repositories/dossier-records.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { readPassages, type Passage } from '../interchange/file-passages.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireUnlocked } from './item-lock.ts';

type Disclosure = RecordOf<'disclosure'>;
type Finding = DisclosureScreening['findings'][number];

/** Findings that are listed; the rest is counted. */
const listedFindings = 200;

const required = async (reader: Reader, id: RecordId): Promise<Disclosure> => {
  const record = await getRecord(reader, id);
  if (record === null || !isRecordOf(record, 'disclosure'))
    throw new CodedError('NOT_FOUND', { what: 'record' });
  return record;
};

/** @throws CodedError NOT_FOUND; DOSSIER_SEALED; ITEM_ARCHIVED */
const requiredToChange = async (reader: Reader, id: RecordId): Promise<Disclosure> => {
  const record = await required(reader, id);
  requireOpenDossier(reader, record.organizationId);
  requireUnlocked(reader, 'record', id);
  return record;
};

const findingsIn = (file: string | null, passages: readonly Passage[]): readonly Finding[] =>
  passages.flatMap(({ place, text }) =>
    findPersonalData(text).map(({ kind, excerpt }) => ({ kind, excerpt, file, place })),
  );

const passagesOf = ({ title, content }: Disclosure): readonly Passage[] => [
  { place: '标题', text: title },
  { place: '公开方式', text: content.means },
  { place: '公开地点', text: content.place ?? '' },
  { place: '责任人', text: content.responsible ?? '' },
  ...content.body.split('\n').map((text, index) => ({ place: `内容第 ${index + 1} 行`, text })),
];

const screened = async (
  archive: OpenArchive,
  record: Disclosure,
  files: readonly RecordFile[],
): Promise<DisclosureScreening> => {
  const findings = [...findingsIn(null, passagesOf(record))];
  const unread: DisclosureScreening['unread'] = [];
  for (const { attachmentId, fileName } of files) {
    const { bytes } = await openAttachment(archive, attachmentId);
    const read = await readPassages(bytes, fileName);
    if (read.kind === 'read') findings.push(...findingsIn(fileName, read.passages));
    else unread.push({ file: fileName, reason: read.reason });
  }
  return { findings: findings.slice(0, listedFindings), total: findings.length, unread };
};

/**
 * Searches a disclosure and the newest version of each of its papers for personal data.
 *
 * @throws CodedError NOT_FOUND; ARCHIVE_DAMAGED `attachment`
 */
export const screenDisclosure = async (archive: OpenArchive, id: RecordId): Promise<DisclosureScreening> => {
  const { record, files } = await archive.store.read(async (reader) => ({
    record: await required(reader, id),
    files: filesOfRecord(reader, id),
  }));
  return screened(archive, record, files);
};

const sameFiles = (one: readonly RecordFile[], other: readonly RecordFile[]): boolean =>
  one.map(({ sha256 }) => sha256).join() === other.map(({ sha256 }) => sha256).join();

const save = async (writer: Writer, record: DossierRecord): Promise<DossierRecord> => {
  await saveRecord(writer, record);
  refreshOrganization(writer, record.organizationId);
  return record;
};

export interface Publication {
  readonly id: RecordId;
  /** Why personal data that was found may be published. */
  readonly reason: string | null;
  /** Somebody has looked at the files that cannot be searched. */
  readonly seen: boolean;
}

/**
 * Publishes a disclosure: from then on it counts for the plan and hangs on the notice board. What was found is
 * published only with a reason, which stays on record.
 *
 * @throws CodedError NOT_FOUND; PERSONAL_DATA_FOUND without a reason, or while nobody has looked at what cannot be
 *   searched; CONFLICT when text or papers changed meanwhile
 */
export const publishDisclosure = async (
  archive: OpenArchive,
  { id, reason, seen }: Publication,
): Promise<DossierRecord> => {
  const { store, ports } = archive;
  const before = await store.read(async (reader) => {
    const record = await requiredToChange(reader, id);
    return { record, files: filesOfRecord(reader, id) };
  });
  const { total, unread } = await screened(archive, before.record, before.files);
  if ((total > 0 && !reason) || (unread.length > 0 && !seen)) {
    throw new CodedError('PERSONAL_DATA_FOUND', { findings: total, unread: unread.length });
  }
  return store.write(async (writer) => {
    const record = await requiredToChange(writer, id);
    const files = filesOfRecord(writer, id);
    if (record.updatedAt !== before.record.updatedAt || !sameFiles(files, before.files)) {
      throw new CodedError('CONFLICT', { what: 'record' });
    }
    const published = {
      on: ports.clock.today(),
      findings: total,
      files: files.slice(0, 200).map(({ sha256 }) => sha256),
    };
    const content = { ...record.content, published, personalDataReason: total > 0 ? reason : null };
    return save(writer, { ...record, content, updatedAt: ports.clock.instant() });
  });
};

/** @throws CodedError STEP_DATE_INVALID */
const requireDay = (
  day: string,
  { today, since }: { readonly today: string; readonly since: string },
): void => {
  if (day > today) throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
  if (day < since) throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
};

/**
 * Takes an objection to a disclosure in.
 *
 * @throws CodedError NOT_FOUND; STEP_DATE_INVALID; CONFLICT `objections` beyond fifty
 */
export const receiveObjection = (
  { store, ports }: OpenArchive,
  input: Pick<DisclosureObjection, 'receivedOn' | 'objector' | 'body'> & { readonly id: RecordId },
): Promise<DossierRecord> =>
  store.write(async (writer) => {
    const { id, ...objection } = input;
    const record = await requiredToChange(writer, id);
    requireDay(objection.receivedOn, { today: ports.clock.today(), since: record.occurredOn });
    const { objections } = record.content;
    if (objections.length >= 50) throw new CodedError('CONFLICT', { what: 'objections' });
    const taken = { ...objection, answer: null, answeredOn: null, answeredBy: null };
    const content = { ...record.content, objections: [...objections, taken] };
    return save(writer, { ...record, content, updatedAt: ports.clock.instant() });
  });

/**
 * Answers an objection, once.
 *
 * @throws CodedError NOT_FOUND; STEP_DATE_INVALID; CONFLICT `objection` when it has been answered
 */
export const answerObjection = (
  { store, ports }: OpenArchive,
  input: {
    readonly id: RecordId;
    readonly index: number;
    readonly answer: string;
    readonly answeredOn: string;
    readonly answeredBy: string;
  },
): Promise<DossierRecord> =>
  store.write(async (writer) => {
    const { id, index, ...answer } = input;
    const record = await requiredToChange(writer, id);
    const objection = record.content.objections[index];
    if (objection === undefined) throw new CodedError('NOT_FOUND', { what: 'objection' });
    if (objection.answeredOn !== null) throw new CodedError('CONFLICT', { what: 'objection' });
    requireDay(answer.answeredOn, { today: ports.clock.today(), since: objection.receivedOn });
    const objections = record.content.objections.with(index, { ...objection, ...answer });
    const content = { ...record.content, objections };
    return save(writer, { ...record, content, updatedAt: ports.clock.instant() });
  });
