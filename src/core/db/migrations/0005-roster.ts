/**
 * The roster in depth: why somebody left, what a rule pack allows to be kept of a person beyond the necessary, tags,
 * terms, consents, Party stages and posts; rosters frozen as they were; the log of numbers that were shown in clear,
 * which can only grow; people who were found to be one, and who were found to be two.
 *
 * Frozen rosters share their content: a roster that did not change between two days is kept once.
 */
export const roster: readonly string[] = [
  'ALTER TABLE memberships ADD COLUMN leave_reason TEXT',
  'ALTER TABLE memberships ADD COLUMN leave_note TEXT',
  "ALTER TABLE people ADD COLUMN name_pinyin TEXT NOT NULL DEFAULT ''",
  `UPDATE people SET name_pinyin = coalesce(
     (SELECT pinyin FROM search_entries e WHERE e.kind = 'person' AND e.entity_id = people.id), '')`,
  'CREATE INDEX people_by_pinyin ON people (name_pinyin, id)',
  'CREATE INDEX people_by_name_and_birth ON people (name, birth_date) WHERE birth_date IS NOT NULL',
  'CREATE INDEX people_by_name_and_phone ON people (name, phone) WHERE phone IS NOT NULL',
  `CREATE TABLE person_details (
    person_id TEXT PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    address TEXT,
    nation TEXT,
    education TEXT,
    speciality TEXT,
    work_unit TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE person_tags (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (person_id, tag)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX person_tags_by_tag ON person_tags (tag, person_id)',
  `CREATE TABLE role_terms (
    id TEXT PRIMARY KEY,
    membership_id TEXT NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    note TEXT
  ) STRICT`,
  'CREATE INDEX role_terms_by_membership ON role_terms (membership_id)',
  'CREATE INDEX role_terms_by_end ON role_terms (ends_on) WHERE ends_on IS NOT NULL',
  `CREATE TABLE consents (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    given_on TEXT NOT NULL,
    guardian_name TEXT,
    guardian_relation TEXT,
    paper TEXT,
    revoked_on TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX consents_by_person ON consents (person_id, kind)',
  `CREATE TABLE party_stages (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    reached_on TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (person_id, stage)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX party_stages_by_stage ON party_stages (stage, reached_on)',
  `CREATE TABLE person_posts (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    body_name TEXT,
    community_id TEXT NOT NULL REFERENCES communities (id),
    post TEXT,
    starts_on TEXT,
    ends_on TEXT
  ) STRICT`,
  'CREATE INDEX person_posts_by_person ON person_posts (person_id)',
  'CREATE INDEX person_posts_by_body ON person_posts (body)',
  `CREATE TABLE roster_snapshot_contents (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT`,
  `CREATE TABLE roster_snapshots (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    as_of TEXT NOT NULL,
    cause TEXT NOT NULL,
    cause_code TEXT,
    taken_at TEXT NOT NULL,
    member_count INTEGER NOT NULL,
    party_member_count INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES roster_snapshot_contents (sha256)
  ) STRICT`,
  'CREATE INDEX roster_snapshots_by_organization ON roster_snapshots (organization_id, as_of)',
  `CREATE TABLE reveal_log (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT,
    subject TEXT NOT NULL CHECK (subject IN ('person', 'roster')),
    subject_id TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    people INTEGER NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER reveal_log_keeps_its_rows BEFORE DELETE ON reveal_log
   BEGIN SELECT raise(ABORT, 'the reveal log only grows'); END`,
  `CREATE TRIGGER reveal_log_keeps_its_words BEFORE UPDATE ON reveal_log
   BEGIN SELECT raise(ABORT, 'the reveal log only grows'); END`,
  `CREATE TABLE person_merges (
    id TEXT PRIMARY KEY,
    kept_id TEXT NOT NULL,
    merged_id TEXT NOT NULL,
    merged_name TEXT NOT NULL,
    before TEXT NOT NULL CHECK (json_valid(before)),
    after_mark TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE TABLE person_distinctions (
    one_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    other_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (one_id, other_id)
  ) STRICT, WITHOUT ROWID`,
];
