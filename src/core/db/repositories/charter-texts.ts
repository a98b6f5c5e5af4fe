import { charterText, type CharterText } from '../../../shared/domain/charter.ts';
import type { FilingId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface StoredCharter {
  readonly filingId: FilingId;
  /** With fields to be filled in; null follows the model text. */
  readonly draft: CharterText | null;
  /** As it was filed, filled in; null until then. */
  readonly filed: CharterText | null;
}

interface Row {
  readonly filingId: FilingId;
  readonly draft: string | null;
  readonly filed: string | null;
}

const parsed = (text: string | null): CharterText | null =>
  text === null ? null : charterText.parse(JSON.parse(text));

const toCharter = ({ filingId, draft, filed }: Row): StoredCharter => ({
  filingId,
  draft: parsed(draft),
  filed: parsed(filed),
});

export const charterOfFiling = (reader: Reader, filingId: FilingId): StoredCharter | null => {
  const row = reader.get<Row>(
    'SELECT filing_id AS filingId, draft, filed FROM charter_texts WHERE filing_id = ?',
    [filingId],
  );
  return row === undefined ? null : toCharter(row);
};

/** The charter that an organization filed last; null where none is on record. */
export const charterInForce = (reader: Reader, organizationId: OrganizationId): StoredCharter | null => {
  const row = reader.get<Row>(
    `SELECT t.filing_id AS filingId, t.draft, t.filed FROM charter_texts t JOIN filings f ON f.id = t.filing_id
     WHERE f.organization_id = ? AND t.filed IS NOT NULL ORDER BY f.closed_on DESC, f.created_at DESC LIMIT 1`,
    [organizationId],
  );
  return row === undefined ? null : toCharter(row);
};

const json = (text: CharterText | null): string | null => (text === null ? null : JSON.stringify(text));

export const saveCharter = (
  writer: Writer,
  { filingId, draft, filed }: StoredCharter,
  savedAt: string,
): void => {
  writer.run(
    `INSERT INTO charter_texts (filing_id, draft, filed, saved_at) VALUES (:filingId, :draft, :filed, :savedAt)
     ON CONFLICT (filing_id) DO UPDATE SET draft = excluded.draft, filed = excluded.filed, saved_at = excluded.saved_at`,
    { filingId, draft: json(draft), filed: json(filed), savedAt },
  );
};
