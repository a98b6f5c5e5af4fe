import { isRecordOf, type RecordKind, type RecordOf } from '../../shared/domain/dossier-record.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { getRecord } from '../db/repositories/dossier-records.ts';
import type { OpenArchive } from '../open-archive.ts';
import { paperBasics, paperDataOf, type PaperBasics } from './document-data.ts';
import type { FilingPaperData } from './filing-paper-data.ts';

/** A record of the dossier, and the organization that it speaks of. */
export interface RecordPaperData<K extends RecordKind> {
  readonly paper: FilingPaperData;
  readonly record: RecordOf<K>;
}

const recordPaperOf = async <K extends RecordKind>(
  reader: Reader,
  kind: K,
  id: RecordId,
  basics: PaperBasics,
): Promise<RecordPaperData<K>> => {
  const record = await getRecord(reader, id);
  if (record === null || !isRecordOf(record, kind)) throw new CodedError('NOT_FOUND', { what: 'record' });
  return { record, paper: paperDataOf(reader, record.organizationId, basics, { on: record.occurredOn }) };
};

/** Reads what papers of records of one kind print, in their order. */
export const readRecordPapers =
  <K extends RecordKind>(kind: K) =>
  /** @throws CodedError NOT_FOUND, also for a record of another kind */
  ({ store, ports }: OpenArchive, ids: readonly RecordId[]): Promise<RecordPaperData<K>[]> =>
    store.read(async (reader) => {
      const basics = paperBasics(reader, ports.clock.today());
      const papers: RecordPaperData<K>[] = [];
      for (const id of ids) papers.push(await recordPaperOf(reader, kind, id, basics));
      return papers;
    });
