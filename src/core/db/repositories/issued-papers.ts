import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { AttachmentId, IssuedPaperId } from '../../../shared/domain/ids.ts';
import {
  issuedPaper,
  type IssuedPaper,
  type IssuedPaperFilter,
} from '../../../shared/domain/issued-paper.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

export interface NewIssuedPaper extends Omit<IssuedPaper, 'sha256' | 'voided'> {
  readonly subjectId: string;
  readonly attachmentId: AttachmentId;
  readonly recordedAt: string;
}

/** The last printing of each of these subjects that has one. */
export const lastPrintings = (
  reader: Reader,
  kind: DocumentKind,
  subjectIds: readonly string[],
): ReadonlyMap<string, number> =>
  new Map(
    reader
      .all<{ subjectId: string; printing: number }>(
        `SELECT subject_id AS subjectId, max(printing) AS printing FROM issued_papers
         WHERE kind = ? AND subject_id IN (SELECT value FROM json_each(?)) GROUP BY subject_id`,
        [kind, JSON.stringify(subjectIds)],
      )
      .map(({ subjectId, printing }) => [subjectId, printing]),
  );

export const insertIssuedPaper = (writer: Writer, paper: NewIssuedPaper): void => {
  writer.run(
    `INSERT INTO issued_papers (id, kind, subject_id, organization_id, organization_name, title, document_number,
       printing, copies, printed_on, printed_by, reason, attachment_id, recorded_at)
     VALUES (:id, :kind, :subjectId, :organizationId, :organizationName, :title, :documentNumber,
       :printing, :copies, :printedOn, :printedBy, :reason, :attachmentId, :recordedAt)`,
    { ...paper },
  );
};

export const insertVoidedCopy = (
  writer: Writer,
  id: IssuedPaperId,
  voided: IssuedPaper['voided'][number],
): void => {
  writer.run(
    'INSERT INTO voided_copies (issued_paper_id, copy, by, reason, at) VALUES (:id, :copy, :by, :reason, :at)',
    { id, ...voided },
  );
};

const columns = `p.id, p.kind, p.organization_id AS organizationId, p.organization_name AS organizationName, p.title,
  p.document_number AS documentNumber, p.printing, p.copies, p.printed_on AS printedOn, p.printed_by AS printedBy,
  p.reason, (SELECT a.sha256 FROM attachments a WHERE a.id = p.attachment_id) AS sha256,
  (SELECT json_group_array(json_object('copy', v.copy, 'by', v.by, 'reason', v.reason, 'at', v.at) ORDER BY v.copy)
     FROM voided_copies v WHERE v.issued_paper_id = p.id) AS voided`;

const paperOf = (row: Record<string, SqlValue>): IssuedPaper =>
  issuedPaper.parse({ ...row, voided: JSON.parse(String(row['voided'])) });

export const getIssuedPaper = (reader: Reader, id: IssuedPaperId): IssuedPaper | null => {
  const row = reader.get<Record<string, SqlValue>>(`SELECT ${columns} FROM issued_papers p WHERE p.id = ?`, [
    id,
  ]);
  return row === undefined ? null : paperOf(row);
};

export const attachmentOfIssued = (reader: Reader, id: IssuedPaperId): AttachmentId | null =>
  reader.get<{ id: AttachmentId }>('SELECT attachment_id AS id FROM issued_papers WHERE id = ?', [id])?.id ??
  null;

const condition = `(:text = '' OR instr(p.title || ' ' || p.organization_name || ' ' || coalesce(p.document_number, '')
    || ' ' || p.printed_by, :text) > 0)
  AND (:only IS NULL OR (:only = 'reprinted' AND p.printing > 1)
    OR (:only = 'voided' AND EXISTS (SELECT 1 FROM voided_copies v WHERE v.issued_paper_id = p.id)))`;
const parametersOf = ({ text, only }: IssuedPaperFilter) => ({ text: text.trim(), only });

/** Newest first; `limit` -1 for all. */
export const listIssuedPapers = (
  reader: Reader,
  filter: IssuedPaperFilter,
  offset: number,
  limit: number,
): readonly IssuedPaper[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM issued_papers p WHERE ${condition}
       ORDER BY p.recorded_at DESC, p.rowid DESC LIMIT :limit OFFSET :offset`,
      { ...parametersOf(filter), offset, limit },
    )
    .map(paperOf);

export const countIssuedPapers = (reader: Reader, filter: IssuedPaperFilter): number =>
  reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM issued_papers p WHERE ${condition}`,
    parametersOf(filter),
  )?.n ?? 0;
