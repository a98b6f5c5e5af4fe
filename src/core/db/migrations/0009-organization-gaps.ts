/**
 * What each dossier lacks, beside its completeness: a JSON array of gap codes, so that lists and numbers of gaps read
 * one column. Forgetting what was owed makes the next opening compute both anew for all.
 */
export const organizationGaps: readonly string[] = [
  `ALTER TABLE organizations ADD COLUMN gaps TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(gaps))`,
  `DELETE FROM settings WHERE key = 'dossier-duties'`,
];
