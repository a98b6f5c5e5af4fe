import type { IsoInstant } from '../../../shared/domain/dates.ts';
import {
  fixityTrouble,
  type FixityOutcome,
  type FixityState,
  type FixityTrouble,
} from '../../../shared/domain/fixity.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Bytes that are kept, each once, with the last look at them; bytes were hashed when they came in. */
const kept = `(SELECT a.sha256, max(a.byte_length) AS byteLength, min(a.added_at) AS addedAt FROM attachments a GROUP BY a.sha256)`;

export interface KeptBytes {
  readonly sha256: string;
  readonly byteLength: number;
}

/** Bytes that were not looked at since an instant, those of the longest time ago first. */
export const bytesNotSeenSince = (reader: Reader, instant: IsoInstant, limit: number): readonly KeptBytes[] =>
  reader.all<KeptBytes>(
    `SELECT k.sha256, k.byteLength FROM ${kept} k LEFT JOIN fixity_marks m ON m.sha256 = k.sha256
     WHERE coalesce(m.checked_at, k.addedAt) < :instant ORDER BY coalesce(m.checked_at, k.addedAt) LIMIT :limit`,
    { instant, limit },
  );

export const countBytesNotSeenSince = (reader: Reader, instant: IsoInstant): number =>
  reader.get<{ count: number }>(
    `SELECT count(*) AS count FROM ${kept} k LEFT JOIN fixity_marks m ON m.sha256 = k.sha256
     WHERE coalesce(m.checked_at, k.addedAt) < ?`,
    [instant],
  )?.count ?? 0;

export const saveFixityMark = (
  writer: Writer,
  mark: { readonly sha256: string; readonly outcome: FixityOutcome; readonly checkedAt: IsoInstant },
): void => {
  writer.run(
    `INSERT INTO fixity_marks (sha256, checked_at, outcome) VALUES (:sha256, :checkedAt, :outcome)
     ON CONFLICT (sha256) DO UPDATE SET checked_at = :checkedAt, outcome = :outcome`,
    { ...mark },
  );
};

type FixityCounts = Omit<FixityState, 'days' | 'due' | 'unfinishedSince' | 'troubles'>;

export const countFixity = (reader: Reader): FixityCounts =>
  reader.get<FixityCounts>(
    `SELECT count(*) AS total, coalesce(sum(k.byteLength), 0) AS byteLength,
       coalesce(sum(m.outcome = 'sound'), 0) AS sound, coalesce(sum(m.outcome = 'damaged'), 0) AS damaged,
       coalesce(sum(m.outcome = 'missing'), 0) AS missing, coalesce(sum(m.outcome IS NULL), 0) AS unchecked,
       min(coalesce(m.checked_at, k.addedAt)) AS oldestAt
     FROM ${kept} k LEFT JOIN fixity_marks m ON m.sha256 = k.sha256`,
  ) ?? { total: 0, byteLength: 0, sound: 0, damaged: 0, missing: 0, unchecked: 0, oldestAt: null };

/** Papers whose bytes are gone or are something else, each place where they are used. */
export const listFixityTroubles = (reader: Reader): readonly FixityTrouble[] =>
  reader
    .all(
      `SELECT m.sha256, m.outcome, m.checked_at AS checkedAt, a.file_name AS fileName,
         o.id AS organizationId, o.name AS organizationName, used.title
       FROM fixity_marks m JOIN attachments a ON a.sha256 = m.sha256
       JOIN (SELECT v.attachment_id AS attachmentId, f.organization_id AS organizationId, f.title
               FROM dossier_file_versions v JOIN dossier_files f ON f.id = v.file_id
             UNION ALL SELECT l.attachment_id, g.organization_id, x.file_name
               FROM attachment_links l JOIN filings g ON g.id = l.filing_id JOIN attachments x ON x.id = l.attachment_id
             UNION ALL SELECT s.attachment_id, n.organization_id, n.title || '：' || s.title
               FROM service_files s JOIN service_lines n ON n.id = s.line_id
             UNION ALL SELECT i.attachment_id, NULL, i.file_name FROM scan_inbox i WHERE i.state = 'waiting') used
         ON used.attachmentId = a.id
       LEFT JOIN organizations o ON o.id = used.organizationId
       WHERE m.outcome <> 'sound' ORDER BY o.name_pinyin, used.title LIMIT 2000`,
    )
    .map((row) => fixityTrouble.parse(row));
