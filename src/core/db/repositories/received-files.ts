import {
  claimedSigner,
  packageHead,
  type ClaimedSigner,
  type PackageHead,
} from '../../../shared/domain/bureau.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { ReceivedFileId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** What came of looking at a file of the inbox. */
export interface FileVerdict {
  readonly checkedAt: IsoInstant | null;
  readonly refusal: { readonly code: string; readonly data: unknown } | null;
  readonly head: PackageHead | null;
  readonly signer: ClaimedSigner | null;
}

/** A file that came in: a package, a part of one, or the index of its parts. */
export interface StoredFile extends FileVerdict {
  readonly id: ReceivedFileId;
  readonly fileName: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly receivedAt: IsoInstant;
}

type Row = Omit<StoredFile, 'refusal' | 'head' | 'signer'> &
  Readonly<Record<'refusal' | 'head' | 'signer', string | null>>;

const columns = `id, file_name AS fileName, byte_length AS byteLength, sha256, received_at AS receivedAt,
  checked_at AS checkedAt, refusal, head, signer`;

const fromRow = ({ refusal, head, signer, ...row }: Row): StoredFile => ({
  ...row,
  // written by saveVerdict
  refusal: refusal === null ? null : (JSON.parse(refusal) as StoredFile['refusal']),
  head: head === null ? null : packageHead.parse(JSON.parse(head)),
  signer: signer === null ? null : claimedSigner.parse(JSON.parse(signer)),
});

/** The newest first. */
export const listReceivedFiles = (reader: Reader): readonly StoredFile[] =>
  reader.all<Row>(`SELECT ${columns} FROM received_files ORDER BY received_at DESC, id DESC`).map(fromRow);

export const getReceivedFile = (reader: Reader, id: ReceivedFileId): StoredFile | null => {
  const row = reader.get<Row>(`SELECT ${columns} FROM received_files WHERE id = ?`, [id]);
  return row === undefined ? null : fromRow(row);
};

export const insertReceivedFile = (writer: Writer, value: Omit<StoredFile, keyof FileVerdict>): void => {
  writer.run(
    `INSERT INTO received_files (id, file_name, byte_length, sha256, received_at)
     VALUES (:id, :fileName, :byteLength, :sha256, :receivedAt)`,
    { ...value },
  );
};

/** Puts another file in the place of one, to be checked anew. */
export const replaceReceivedFile = (
  writer: Writer,
  id: ReceivedFileId,
  value: Pick<StoredFile, 'fileName' | 'byteLength' | 'sha256'>,
): void => {
  writer.run(
    `UPDATE received_files SET file_name = :fileName, byte_length = :byteLength, sha256 = :sha256, checked_at = NULL,
       refusal = NULL, head = NULL, signer = NULL
     WHERE id = :id`,
    { ...value, id },
  );
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export const saveVerdict = (writer: Writer, id: ReceivedFileId, verdict: FileVerdict): void => {
  writer.run(
    `UPDATE received_files SET checked_at = :checkedAt, refusal = :refusal, head = :head, signer = :signer WHERE id = :id`,
    {
      id,
      checkedAt: verdict.checkedAt,
      refusal: json(verdict.refusal),
      head: json(verdict.head),
      signer: json(verdict.signer),
    },
  );
};

export const deleteReceivedFile = (writer: Writer, id: ReceivedFileId): void => {
  writer.run('DELETE FROM received_files WHERE id = ?', [id]);
};
