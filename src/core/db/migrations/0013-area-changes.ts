import { searchNote } from './0012-search-triggers.ts';

/**
 * Communities and the street renamed, merged and split: what was decided, which organizations it took along, and what
 * each community was called until when. `content` is what was decided, `before` what an undo brings back.
 */
export const areaChanges: readonly string[] = [
  `CREATE TABLE area_changes (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rename', 'merge', 'split', 'street')),
    effective_on TEXT NOT NULL,
    basis TEXT NOT NULL,
    title TEXT NOT NULL,
    before TEXT NOT NULL CHECK (json_valid(before)),
    recorded_at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE TABLE area_moves (
    change_id TEXT NOT NULL REFERENCES area_changes (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    from_community_id TEXT NOT NULL REFERENCES communities (id),
    to_community_id TEXT NOT NULL REFERENCES communities (id),
    PRIMARY KEY (change_id, organization_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX area_moves_by_organization ON area_moves (organization_id)',
  `CREATE TABLE community_names (
    change_id TEXT NOT NULL REFERENCES area_changes (id) ON DELETE CASCADE,
    community_id TEXT NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    PRIMARY KEY (change_id, community_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX community_names_by_community ON community_names (community_id, valid_to)',
  `CREATE TRIGGER community_names_search_insert AFTER INSERT ON community_names ${searchNote('community', 'new.community_id')}`,
  `CREATE TRIGGER community_names_search_delete AFTER DELETE ON community_names ${searchNote('community', 'old.community_id')}`,
];
