import { searchNote } from './0012-search-triggers.ts';

/**
 * Where archives stand (FEATURES B7): a small tree of rooms, shelves, boxes and folders, what stands in them now, and
 * every move with its day and who moved. A move keeps the names of its day, so that history outlives renaming.
 */
export const storagePlaces: readonly string[] = [
  `CREATE TABLE storage_places (
    id TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES storage_places (id),
    kind TEXT NOT NULL CHECK (kind IN ('room', 'shelf', 'box', 'folder')),
    name TEXT NOT NULL,
    note TEXT,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX storage_places_by_name ON storage_places (coalesce(parent_id, ''), kind, name)`,
  `CREATE TABLE placements (
    what TEXT NOT NULL CHECK (what IN ('item', 'dossier')),
    subject_id TEXT NOT NULL,
    place_id TEXT NOT NULL REFERENCES storage_places (id),
    PRIMARY KEY (what, subject_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX placements_by_place ON placements (place_id)',
  `CREATE TABLE place_moves (
    id TEXT PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN ('item', 'dossier', 'place')),
    subject_id TEXT NOT NULL,
    from_words TEXT,
    to_words TEXT,
    moved_on TEXT NOT NULL,
    moved_by TEXT NOT NULL,
    note TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX place_moves_by_subject ON place_moves (what, subject_id, recorded_at)',
  `CREATE TRIGGER organizations_placement_delete AFTER DELETE ON organizations
     BEGIN DELETE FROM placements WHERE what = 'dossier' AND subject_id = old.id; END`,
  `CREATE TRIGGER storage_places_search_insert AFTER INSERT ON storage_places ${searchNote('place', 'new.id')}`,
  `CREATE TRIGGER storage_places_search_delete AFTER DELETE ON storage_places ${searchNote('place', 'old.id')}`,
  `CREATE TRIGGER storage_places_search_update AFTER UPDATE OF name, note ON storage_places ${searchNote('place', 'new.id')}`,
];
