/**
 * Printings that count (已发文书登记): which paper, how many numbered copies, by whom, why again, and the PDF that was
 * kept. Lines are never removed; a copy is declared void once, in a line of its own.
 */
export const issuedPapers: readonly string[] = [
  `CREATE TABLE issued_papers (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    organization_id TEXT,
    organization_name TEXT NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT,
    printing INTEGER NOT NULL CHECK (printing > 0),
    copies INTEGER NOT NULL CHECK (copies > 0),
    printed_on TEXT NOT NULL,
    printed_by TEXT NOT NULL,
    reason TEXT,
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    recorded_at TEXT NOT NULL,
    UNIQUE (kind, subject_id, printing),
    CHECK (printing = 1 OR reason IS NOT NULL)
  ) STRICT`,
  'CREATE INDEX issued_papers_by_day ON issued_papers (recorded_at)',
  'CREATE INDEX issued_papers_by_attachment ON issued_papers (attachment_id)',
  `CREATE TABLE voided_copies (
    issued_paper_id TEXT NOT NULL REFERENCES issued_papers (id),
    copy INTEGER NOT NULL CHECK (copy > 0),
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (issued_paper_id, copy)
  ) STRICT, WITHOUT ROWID`,
  ...['issued_papers', 'voided_copies'].flatMap((table) =>
    ['DELETE', 'UPDATE'].map(
      (change) =>
        `CREATE TRIGGER ${table}_refuse_${change.toLowerCase()} BEFORE ${change} ON ${table}
         BEGIN SELECT raise(ABORT, '${table} only grows'); END`,
    ),
  ),
];
