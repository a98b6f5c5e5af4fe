/**
 * Registers of activities, volunteers and resources (policy Art. 4–7, 9, 10): one table for the lines of all of them,
 * whose content is read whole; who is named on a line, with minutes; its papers; and the points of volunteers, of which
 * nothing is ever changed and no balance lies below zero. `state` to `heads` repeat what lists ask of the content.
 */
export const serviceRegisters: readonly string[] = [
  `CREATE TABLE service_lines (
    id TEXT PRIMARY KEY,
    register TEXT NOT NULL,
    organization_id TEXT REFERENCES organizations (id) ON DELETE CASCADE,
    community_id TEXT REFERENCES communities (id),
    person_id TEXT REFERENCES people (id),
    occurred_on TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    state TEXT,
    due_on TEXT,
    done_on TEXT,
    fen INTEGER,
    heads INTEGER,
    import_id TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
  ) STRICT`,
  `CREATE INDEX service_lines_by_register ON service_lines (register, occurred_on, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX service_lines_by_organization ON service_lines (organization_id, register, occurred_on)
    WHERE organization_id IS NOT NULL`,
  `CREATE INDEX service_lines_by_person ON service_lines (person_id, register) WHERE person_id IS NOT NULL`,
  `CREATE UNIQUE INDEX service_lines_volunteer ON service_lines (person_id)
    WHERE register = 'volunteer' AND deleted_at IS NULL`,
  `CREATE TABLE service_people (
    line_id TEXT NOT NULL REFERENCES service_lines (id) ON DELETE CASCADE,
    person_id TEXT NOT NULL REFERENCES people (id),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    points INTEGER NOT NULL CHECK (points >= 0),
    note TEXT,
    PRIMARY KEY (line_id, person_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX service_people_by_person ON service_people (person_id)`,
  `CREATE TABLE service_files (
    line_id TEXT NOT NULL REFERENCES service_lines (id) ON DELETE CASCADE,
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    removed_at TEXT,
    PRIMARY KEY (line_id, attachment_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX service_files_by_attachment ON service_files (attachment_id)`,
  `CREATE TABLE point_moves (
    sequence INTEGER PRIMARY KEY,
    volunteer_id TEXT NOT NULL REFERENCES service_lines (id),
    moved_on TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('earned', 'redeemed')),
    delta INTEGER NOT NULL CHECK (delta <> 0 AND (kind = 'earned' OR delta < 0)),
    balance INTEGER NOT NULL CHECK (balance >= 0),
    note TEXT NOT NULL,
    moved_by TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX point_moves_by_volunteer ON point_moves (volunteer_id, sequence)`,
  `CREATE TRIGGER point_moves_follow_each_other BEFORE INSERT ON point_moves
    WHEN new.balance <> new.delta + coalesce((SELECT balance FROM point_moves
      WHERE volunteer_id = new.volunteer_id ORDER BY sequence DESC LIMIT 1), 0)
    BEGIN SELECT raise(ABORT, 'a balance follows from the one before'); END`,
  `CREATE TRIGGER point_moves_stay BEFORE DELETE ON point_moves BEGIN SELECT raise(ABORT, 'point_moves stay'); END`,
  `CREATE TRIGGER point_moves_as_they_are BEFORE UPDATE ON point_moves BEGIN SELECT raise(ABORT, 'point_moves stay'); END`,
];
