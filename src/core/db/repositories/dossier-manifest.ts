import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader } from '../archive-store.ts';

/** One thing that a dossier holds: where it stands, and all that is said of it, in a fixed order. */
export interface DossierEntry {
  readonly section: string;
  readonly id: string;
  readonly content: string;
}

/**
 * Named columns, never all of them: a column that a later version adds must not make an old seal look broken. What is
 * only counted from the rest (members, completeness) and what is said of a person elsewhere is left out.
 */
const sections: readonly (readonly [section: string, id: string, content: string, from: string])[] = [
  [
    'organization',
    'o.id',
    `o.name, o.short_name, o.community_id, o.status, o.activity_area, o.premises, o.premises_source, o.premises_area,
     o.business_scope, o.purpose, o.funds, o.fallback_party_kind, o.fallback_party_name, o.party_adviser,
     o.responsible_person_id, o.contact_name, o.contact_phone, o.founded_on, o.charter_adopted_on, o.founding_vote,
     o.founders, o.declared_member_count, o.remark, o.filing_number, o.filed_on, o.proposed_registration,
     (SELECT json_group_array(scheme || ':' || code) FROM (SELECT scheme, code FROM organization_categories
        WHERE organization_id = o.id ORDER BY scheme))`,
    'organizations o WHERE o.id = :id',
  ],
  ['custom-value', 'field_id', 'value', 'custom_values WHERE organization_id = :id'],
  [
    'member',
    'id',
    'person_id, role, role_title, joined_on, left_on, remark',
    'memberships WHERE organization_id = :id',
  ],
  [
    'filing',
    'id',
    'kind, state, entry_mode, facts, facts_before, change_grounds, notice, filing_number, started_on, closed_on',
    'filings WHERE organization_id = :id',
  ],
  [
    'step',
    "s.filing_id || '/' || s.sequence",
    's.action, s.from_state, s.to_state, s.actor, s.opinion, s.acted_on, s.recorded_at, s.evidence, s.override_reason, s.document_number, s.notice_items, s.correct_by',
    'filing_steps s JOIN filings f ON f.id = s.filing_id WHERE f.organization_id = :id',
  ],
  [
    'objection',
    "b.filing_id || '/' || b.id",
    'b.received_on, b.objector, b.content, b.answer, b.answered_by, b.answered_on, b.result',
    'filing_objections b JOIN filings f ON f.id = b.filing_id WHERE f.organization_id = :id',
  ],
  [
    'photo',
    "n.filing_id || '/' || n.attachment_id",
    'n.caption',
    'notice_photos n JOIN filings f ON f.id = n.filing_id WHERE f.organization_id = :id',
  ],
  [
    'charter',
    't.filing_id',
    't.draft, t.filed',
    'charter_texts t JOIN filings f ON f.id = t.filing_id WHERE f.organization_id = :id',
  ],
  [
    'exit-pack',
    'p.filing_id',
    'p.pack',
    'exit_packs p JOIN filings f ON f.id = p.filing_id WHERE f.organization_id = :id',
  ],
  [
    'activity-mark',
    'id',
    'active, marked_on, marked_by, reason',
    'activity_marks WHERE organization_id = :id',
  ],
  [
    'copy',
    "h.filing_id || '/' || h.document || '/' || h.holder",
    'h.received_on, h.signer',
    'held_copies h JOIN filings f ON f.id = h.filing_id WHERE f.organization_id = :id',
  ],
  [
    'certificate',
    'id',
    `filing_number, kind, issue_reason, printed, issued_on, valid_to, issued_by, collected_by, collector_phone,
     collected_on, status, recovered_by, recovered_on, loss_place, loss_published_on, void_reason`,
    'certificates WHERE organization_id = :id',
  ],
  [
    'record',
    'id',
    'kind, occurred_on, title, content',
    'dossier_records WHERE organization_id = :id AND deleted_at IS NULL',
  ],
  [
    'paper',
    'id',
    'part, record_id, title, note',
    'dossier_files WHERE organization_id = :id AND deleted_at IS NULL',
  ],
  [
    'service',
    'id',
    'register, occurred_on, title, content',
    'service_lines WHERE organization_id = :id AND deleted_at IS NULL',
  ],
];

/** Everything that a dossier holds besides scans, in a fixed order. */
export const listDossierEntries = (reader: Reader, organizationId: OrganizationId): readonly DossierEntry[] =>
  sections.flatMap(([section, id, content, from]) =>
    reader.all<DossierEntry>(
      `SELECT '${section}' AS section, ${id} AS id, json_array(${content}) AS content FROM ${from} ORDER BY 2`,
      { id: organizationId },
    ),
  );

export interface DossierScan {
  readonly place: string;
  readonly sha256: string;
}

/** Scans of filings and versions of papers, with the SHA-256 of their bytes. */
export const listDossierScans = (reader: Reader, id: OrganizationId): readonly DossierScan[] =>
  reader.all<DossierScan>(
    `SELECT 'scan/' || l.filing_id || '/' || a.id AS place, a.sha256 FROM attachment_links l
       JOIN filings f ON f.id = l.filing_id JOIN attachments a ON a.id = l.attachment_id WHERE f.organization_id = :id
     UNION ALL SELECT 'version/' || v.file_id || '/' || v.version, a.sha256 FROM dossier_file_versions v
       JOIN dossier_files d ON d.id = v.file_id JOIN attachments a ON a.id = v.attachment_id
       WHERE d.organization_id = :id AND d.deleted_at IS NULL
     UNION ALL SELECT 'service/' || n.id || '/' || a.id, a.sha256 FROM service_files s
       JOIN service_lines n ON n.id = s.line_id JOIN attachments a ON a.id = s.attachment_id
       WHERE n.organization_id = :id AND n.deleted_at IS NULL AND s.removed_at IS NULL
     ORDER BY 1`,
    { id },
  );
