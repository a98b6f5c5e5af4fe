/** Papers that the office wants in every dossier besides what the policy asks for, by part (FEATURES B1). */
export const requiredPapers: readonly string[] = [
  `CREATE TABLE required_papers (
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (part, title)
  ) STRICT, WITHOUT ROWID`,
];
