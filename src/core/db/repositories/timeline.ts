import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader } from '../archive-store.ts';

/** One thing that happened to an organization, in codes; the service makes the words. */
export interface TimelineRecord {
  readonly occurredOn: string;
  readonly kind:
    | 'filing-step'
    | 'certificate'
    | 'certificate-collected'
    | 'copy-received'
    | 'members-joined'
    | 'imported'
    | 'record'
    | 'service-line'
    | 'area-change';
  /** action, certificate kind, holder, record kind, or null */
  readonly code: string | null;
  readonly name: string | null;
  readonly count: number;
}

/** Newest first. Members who joined on one day are one event. */
export const listTimeline = (reader: Reader, id: OrganizationId): readonly TimelineRecord[] =>
  reader.all<TimelineRecord>(
    `SELECT s.acted_on AS occurredOn, 'filing-step' AS kind, s.action AS code, s.actor AS name, 1 AS count
       FROM filing_steps s JOIN filings f ON f.id = s.filing_id WHERE f.organization_id = :id AND s.action <> 'issue-certificate'
     UNION ALL SELECT issued_on, 'certificate', kind, filing_number, 1 FROM certificates WHERE organization_id = :id
     UNION ALL SELECT collected_on, 'certificate-collected', NULL, collected_by, 1 FROM certificates
       WHERE organization_id = :id AND collected_on IS NOT NULL
     UNION ALL SELECT h.received_on, 'copy-received', h.holder, h.signer, count(*) FROM held_copies h JOIN filings f ON f.id = h.filing_id
       WHERE f.organization_id = :id AND h.received_on IS NOT NULL GROUP BY h.received_on, h.holder, h.signer
     UNION ALL SELECT substr(joined_on, 1, 7), 'members-joined', NULL, NULL, count(*) FROM memberships
       WHERE organization_id = :id AND joined_on IS NOT NULL GROUP BY substr(joined_on, 1, 7)
     UNION ALL SELECT occurred_on, 'record', kind, title, 1 FROM dossier_records
       WHERE organization_id = :id AND deleted_at IS NULL
     UNION ALL SELECT occurred_on, 'service-line', register, title, 1 FROM service_lines
       WHERE organization_id = :id AND deleted_at IS NULL
     UNION ALL SELECT a.effective_on, 'area-change', a.kind, a.title, 1 FROM area_moves v JOIN area_changes a ON a.id = v.change_id
       WHERE v.organization_id = :id AND a.undone_at IS NULL
     UNION ALL SELECT substr(i.finished_at, 1, 10), 'imported', NULL, i.file_name, 1 FROM organizations o JOIN imports i ON i.id = o.import_id
       WHERE o.id = :id
     ORDER BY occurredOn DESC, kind`,
    { id },
  );
