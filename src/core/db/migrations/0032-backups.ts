/** What was done about backups, and what came of it: made, checked, restored, tried. */
export const backups: readonly string[] = [
  `CREATE TABLE backup_events (
     sequence INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     at TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('backup', 'quick-check', 'full-check', 'drill', 'restore', 'mend')),
     place_kind TEXT NOT NULL CHECK (place_kind IN ('own', 'folder', 'medium')),
     place_label TEXT NOT NULL,
     number INTEGER,
     reason TEXT,
     good INTEGER NOT NULL CHECK (good IN (0, 1)),
     failure TEXT,
     detail TEXT NOT NULL
   ) STRICT`,
];
