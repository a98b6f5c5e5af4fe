/**
 * What a filing needs beyond its steps: numbered papers with all they list, objections to its notice each for itself,
 * photos of the notice, the charter's text, the grounds of a change; certificates reissued, lost and voided; candidates
 * for legal registration; people whom the office keeps from being responsible persons.
 */
export const filingMatters: readonly string[] = [
  `ALTER TABLE filing_steps ADD COLUMN document_number TEXT`,
  `ALTER TABLE filing_steps ADD COLUMN notice_items TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notice_items))`,
  `ALTER TABLE filing_steps ADD COLUMN correct_by TEXT`,
  `ALTER TABLE filings ADD COLUMN change_grounds TEXT CHECK (change_grounds IS NULL OR json_valid(change_grounds))`,
  `ALTER TABLE certificates ADD COLUMN loss_place TEXT`,
  `ALTER TABLE certificates ADD COLUMN loss_published_on TEXT`,
  `ALTER TABLE certificates ADD COLUMN void_reason TEXT`,
  `CREATE INDEX certificates_by_status ON certificates (status, valid_to)`,
  `CREATE TABLE document_numbers (
    document_number TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    subject_id TEXT NOT NULL,
    assigned_at TEXT NOT NULL,
    UNIQUE (kind, year, sequence)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE filing_objections (
    id TEXT PRIMARY KEY,
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    received_on TEXT NOT NULL,
    objector TEXT,
    content TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_on TEXT,
    result TEXT,
    recorded_at TEXT NOT NULL,
    CHECK ((answer IS NULL) = (result IS NULL))
  ) STRICT`,
  `CREATE INDEX filing_objections_by_filing ON filing_objections (filing_id, received_on)`,
  // Objections were steps until now; the step that resolved one held its answer.
  `INSERT INTO filing_objections (id, filing_id, received_on, content, answer, answered_by, answered_on, result, recorded_at)
   SELECT 'objection-' || o.filing_id || '-' || o.sequence, o.filing_id, o.acted_on, coalesce(o.opinion, ''),
     CASE WHEN r.sequence IS NULL THEN NULL ELSE coalesce(r.opinion, '') END, r.actor, r.acted_on,
     CASE WHEN r.sequence IS NULL THEN NULL ELSE 'dismissed' END, o.recorded_at
   FROM filing_steps o LEFT JOIN filing_steps r ON r.filing_id = o.filing_id AND r.action = 'resolve-objection'
     AND r.sequence = (SELECT min(s.sequence) FROM filing_steps s
       WHERE s.filing_id = o.filing_id AND s.action = 'resolve-objection' AND s.sequence > o.sequence)
   WHERE o.action = 'record-objection'`,
  `CREATE TABLE notice_photos (
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    attachment_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    caption TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (filing_id, attachment_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX notice_photos_by_attachment ON notice_photos (attachment_id)`,
  // `draft` holds fields to be filled in (null: the model text); `filed` what was filed, filled in and frozen at issue.
  `CREATE TABLE charter_texts (
    filing_id TEXT PRIMARY KEY REFERENCES filings (id) ON DELETE CASCADE,
    draft TEXT CHECK (draft IS NULL OR json_valid(draft)),
    filed TEXT CHECK (filed IS NULL OR json_valid(filed)),
    saved_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE registration_candidates (
    organization_id TEXT PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    candidate TEXT NOT NULL CHECK (json_valid(candidate)),
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE legal_registrations (
    organization_id TEXT PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    credit_code TEXT UNIQUE,
    registration TEXT NOT NULL CHECK (json_valid(registration)),
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE restricted_people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    identity_hash TEXT,
    identity_tail TEXT,
    reason TEXT NOT NULL,
    source TEXT,
    since TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX restricted_people_by_name ON restricted_people (name)`,
];
