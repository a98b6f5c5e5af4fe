/**
 * Organizations of several streets that look like one and that a person has told apart: remembered by who they are, so
 * that they stay told apart when they are reported again in later periods.
 */
export const toldApart: readonly string[] = [
  `CREATE TABLE told_apart (
    organizations TEXT PRIMARY KEY,
    told_by TEXT NOT NULL,
    told_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
