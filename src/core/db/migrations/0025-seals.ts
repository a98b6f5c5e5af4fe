/**
 * Pictures of the seal, who allowed to print them, and the register of uses (用印登记). A picture that was kept before
 * was never checked nor answered for: it is dropped and has to be chosen again. Lines of the register and of the
 * permissions are never removed; a line may only be struck, once.
 */
export const seals: readonly string[] = [
  `CREATE TABLE seal_pictures (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    diameter_mm REAL NOT NULL CHECK (diameter_mm BETWEEN 30 AND 45),
    dpi INTEGER NOT NULL,
    bytes BLOB,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    retired_at TEXT,
    retired_by TEXT,
    retired_reason TEXT,
    CHECK ((bytes IS NULL) = (retired_at IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX seal_pictures_in_use ON seal_pictures ((retired_at IS NULL)) WHERE retired_at IS NULL`,
  `CREATE TABLE seal_permissions (
    sequence INTEGER PRIMARY KEY,
    allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER seal_permissions_stay BEFORE DELETE ON seal_permissions BEGIN SELECT raise(ABORT, 'seal_permissions stay'); END`,
  `CREATE TRIGGER seal_permissions_as_they_are BEFORE UPDATE ON seal_permissions BEGIN SELECT raise(ABORT, 'seal_permissions stay'); END`,
  `CREATE TABLE seal_uses (
    sequence INTEGER PRIMARY KEY,
    used_on TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('picture', 'hand')),
    seal_picture_id TEXT REFERENCES seal_pictures (id),
    seal_name TEXT NOT NULL,
    document_kind TEXT,
    subject_id TEXT,
    organization_id TEXT,
    organization_name TEXT,
    title TEXT NOT NULL,
    document_number TEXT,
    copies INTEGER NOT NULL CHECK (copies > 0),
    used_by TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    purpose TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    struck_at TEXT,
    struck_by TEXT,
    struck_reason TEXT,
    CHECK ((method = 'picture') = (seal_picture_id IS NOT NULL)),
    CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (struck_reason IS NULL))
  ) STRICT`,
  'CREATE INDEX seal_uses_by_day ON seal_uses (used_on, sequence)',
  `CREATE TRIGGER seal_uses_stay BEFORE DELETE ON seal_uses BEGIN SELECT raise(ABORT, 'seal_uses stay'); END`,
  `CREATE TRIGGER seal_uses_are_struck_once BEFORE UPDATE ON seal_uses
    WHEN old.struck_at IS NOT NULL OR new.sequence <> old.sequence OR new.used_on <> old.used_on
      OR new.method <> old.method OR new.seal_name <> old.seal_name OR new.title <> old.title
      OR new.copies <> old.copies OR new.used_by <> old.used_by OR new.approved_by <> old.approved_by
      OR new.purpose <> old.purpose
    BEGIN SELECT raise(ABORT, 'seal_uses stay'); END`,
  'UPDATE office_profile SET seal_picture = NULL, seal_media_type = NULL',
  'ALTER TABLE office_profile DROP COLUMN seal_picture',
  'ALTER TABLE office_profile DROP COLUMN seal_media_type',
];
