/**
 * Indexes for the numbers of the first screen over hundreds of thousands of people: who is on a roster now, of what
 * political status, and who has an identity number (the fact alone; the number enters no index).
 */
export const countingIndexes: readonly string[] = [
  'CREATE INDEX memberships_current_by_person ON memberships (person_id) WHERE left_on IS NULL',
  'CREATE INDEX people_by_political_status ON people (political_status, id)',
  'CREATE INDEX people_with_identity ON people (id) WHERE identity_number IS NOT NULL',
  // Without it the index by status is taken, and every organization reads the valid certificates of all.
  'CREATE INDEX certificates_by_holder ON certificates (organization_id, status)',
];
