/**
 * The print queue, how each kind of paper is printed, the printers with their offsets, where words go on pre-printed
 * stock, and label sheets that the office measured itself.
 */
export const printCentre: readonly string[] = [
  `CREATE TABLE print_jobs (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject_ids TEXT NOT NULL CHECK (json_valid(subject_ids)),
    summary TEXT NOT NULL,
    copies INTEGER NOT NULL CHECK (copies > 0),
    mark TEXT,
    labels TEXT CHECK (labels IS NULL OR json_valid(labels)),
    added_at TEXT NOT NULL,
    printed_at TEXT,
    printed_by TEXT,
    CHECK ((printed_at IS NULL) = (printed_by IS NULL))
  ) STRICT`,
  'CREATE INDEX print_jobs_waiting ON print_jobs (printed_at, position)',
  `CREATE TABLE paper_setups (
    kind TEXT PRIMARY KEY,
    setup TEXT NOT NULL CHECK (json_valid(setup))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE printers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    device_name TEXT,
    x_mm REAL NOT NULL,
    y_mm REAL NOT NULL,
    scale REAL NOT NULL CHECK (scale BETWEEN 0.95 AND 1.05),
    measured_on TEXT,
    usual INTEGER NOT NULL CHECK (usual IN (0, 1))
  ) STRICT`,
  'CREATE UNIQUE INDEX printers_usual ON printers (usual) WHERE usual = 1',
  `CREATE TABLE stock_fields (
    printer_id TEXT NOT NULL REFERENCES printers (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    PRIMARY KEY (printer_id, kind)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE label_sheets (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL CHECK (json_valid(format))
  ) STRICT`,
];
