import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import type { KeyCard } from '../../../shared/domain/key-card.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** A bureau's card as it is kept. */
export interface StoredBureauKey extends KeyCard {
  readonly id: BureauKeyId;
  readonly fingerprint: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: IsoInstant | null;
  readonly retiredAt: IsoInstant | null;
}

const columns = `id, name, recipient, signing_key AS signingKey, valid_until AS validUntil, fingerprint,
  confirmed_by AS confirmedBy, confirmed_at AS confirmedAt, retired_at AS retiredAt`;

/** Those that may be used, in the order in which they came; with `retired`, also those that were removed. */
export const listBureauKeys = (
  reader: Reader,
  { retired }: { readonly retired: boolean } = { retired: false },
): readonly StoredBureauKey[] =>
  reader.all<StoredBureauKey>(
    `SELECT ${columns} FROM bureau_keys WHERE :retired = 1 OR retired_at IS NULL ORDER BY added_at, id`,
    { retired: retired ? 1 : 0 },
  );

/** Puts a card in, or another one of the same recipient in its place; it is to be confirmed anew. */
export const saveBureauKey = (
  writer: Writer,
  value: Omit<StoredBureauKey, 'confirmedBy' | 'confirmedAt' | 'retiredAt'>,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO bureau_keys (id, name, recipient, signing_key, valid_until, fingerprint, added_at)
     VALUES (:id, :name, :recipient, :signingKey, :validUntil, :fingerprint, :at)
     ON CONFLICT (recipient) DO UPDATE SET name = excluded.name, signing_key = excluded.signing_key,
       valid_until = excluded.valid_until, fingerprint = excluded.fingerprint, confirmed_by = NULL,
       confirmed_at = NULL, retired_at = NULL`,
    { ...value, at },
  );
};

export const confirmBureauKeyRow = (
  writer: Writer,
  id: BureauKeyId,
  confirmedBy: string,
  at: IsoInstant,
): void => {
  writer.run('UPDATE bureau_keys SET confirmed_by = ?, confirmed_at = ? WHERE id = ?', [confirmedBy, at, id]);
};

export const retireBureauKey = (writer: Writer, id: BureauKeyId, at: IsoInstant): void => {
  writer.run('UPDATE bureau_keys SET retired_at = ? WHERE id = ? AND retired_at IS NULL', [at, id]);
};

/** A key of the office's own: it signs packages, or opens every package that the office made. */
export interface OfficeKey {
  readonly kind: 'signing' | 'escrow';
  readonly publicKey: string;
  readonly secretKey: string;
}

export interface StoredOfficeKey extends OfficeKey {
  readonly createdAt: IsoInstant;
  /** Since when another one is used. */
  readonly retiredAt: IsoInstant | null;
}

/** All that ever were, the one in use first. */
export const listOfficeKeys = (reader: Reader, kind: OfficeKey['kind']): readonly StoredOfficeKey[] =>
  reader.all(
    `SELECT kind, public_key AS publicKey, secret_key AS secretKey, created_at AS createdAt, retired_at AS retiredAt
     FROM office_keys WHERE kind = ? ORDER BY retired_at IS NOT NULL, created_at DESC, id DESC`,
    [kind],
  );

/** Puts a key in use; the one before it is kept for what was made with it. */
export const insertOfficeKey = (writer: Writer, id: string, key: OfficeKey, at: IsoInstant): void => {
  writer.run('UPDATE office_keys SET retired_at = ? WHERE kind = ? AND retired_at IS NULL', [at, key.kind]);
  writer.run(
    'INSERT INTO office_keys (id, kind, public_key, secret_key, created_at) VALUES (?, ?, ?, ?, ?)',
    [id, key.kind, key.publicKey, key.secretKey, at],
  );
};
