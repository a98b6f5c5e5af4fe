/**
 * What was read off a scan, null while nobody has looked; and of a scan of several papers the parts, each an item with
 * the pages it was taken from. The scan itself stays as it was received.
 */
export const scanReadings: readonly string[] = [
  `ALTER TABLE scan_inbox ADD COLUMN reading TEXT CHECK (reading IS NULL OR json_valid(reading))`,
  `ALTER TABLE scan_inbox ADD COLUMN parent_id TEXT REFERENCES scan_inbox (id)`,
  `ALTER TABLE scan_inbox ADD COLUMN parent_pages TEXT CHECK (parent_pages IS NULL OR json_valid(parent_pages))`,
  `CREATE INDEX scan_inbox_by_parent ON scan_inbox (parent_id) WHERE parent_id IS NOT NULL`,
];
