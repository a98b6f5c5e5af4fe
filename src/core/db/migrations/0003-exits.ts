/**
 * Ends of organizations, each with the number of its volume, and the sealings of their dossiers. A seal without
 * `opened_at` holds; there is at most one. What a dossier held is kept with its seal, so that it can be held against
 * the dossier at any time.
 */
export const exits: readonly string[] = [
  `CREATE TABLE exits (
    organization_id TEXT PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('dissolved', 'revoked', 'registered')),
    exited_on TEXT NOT NULL,
    volume_year INTEGER,
    volume_number INTEGER NOT NULL CHECK (volume_number > 0),
    recorded_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX exits_by_volume ON exits (coalesce(volume_year, 0), volume_number)`,
  `CREATE TABLE dossier_seals (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES exits (organization_id),
    sealed_on TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    sealed_by TEXT NOT NULL,
    counts TEXT NOT NULL CHECK (json_valid(counts)),
    manifest TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    opened_at TEXT,
    opened_by TEXT,
    opening_reason TEXT,
    CHECK ((opened_at IS NULL) = (opened_by IS NULL) AND (opened_at IS NULL) = (opening_reason IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX dossier_seals_holding ON dossier_seals (organization_id) WHERE opened_at IS NULL`,
  `CREATE INDEX dossier_seals_by_organization ON dossier_seals (organization_id, sealed_at)`,
];
