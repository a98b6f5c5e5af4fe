import type { StreetCode, StreetInput } from '../../../shared/domain/bureau.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { StreetKeyId } from '../../../shared/domain/ids.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface StoredStreet extends StreetInput {
  readonly lastReported: PeriodCode | null;
  readonly packages: number;
}

/** In the order of their codes. */
export const listStreets = (reader: Reader): readonly StoredStreet[] =>
  reader.all(
    `SELECT s.code, s.name, s.contact_name AS contactName, s.contact_phone AS contactPhone, s.remark,
       s.expected_from AS expectedFrom, s.expected_until AS expectedUntil,
       (SELECT max(l.period) FROM district_ledgers l WHERE l.street_code = s.code) AS lastReported,
       (SELECT count(*) FROM received_packages p WHERE p.street_code = s.code) AS packages
     FROM registered_streets s ORDER BY s.code`,
  );

export const saveStreetRow = (writer: Writer, value: StreetInput, at: IsoInstant): void => {
  writer.run(
    `INSERT INTO registered_streets (code, name, contact_name, contact_phone, remark, expected_from, expected_until, added_at)
     VALUES (:code, :name, :contactName, :contactPhone, :remark, :expectedFrom, :expectedUntil, :at)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, contact_name = excluded.contact_name,
       contact_phone = excluded.contact_phone, remark = excluded.remark, expected_from = excluded.expected_from,
       expected_until = excluded.expected_until`,
    { ...value, at },
  );
};

/** With its keys; only of one that never reported. */
export const deleteStreetRow = (writer: Writer, code: StreetCode): void => {
  writer.run('DELETE FROM street_keys WHERE street_code = ?', [code]);
  writer.run('DELETE FROM registered_streets WHERE code = ?', [code]);
};

/** A street's signing key as it is kept. */
export interface StoredStreetKey {
  readonly id: StreetKeyId;
  readonly streetCode: StreetCode;
  readonly signingKey: string;
  readonly keyId: string;
  readonly recipient: string | null;
  readonly addedAt: IsoInstant;
  readonly confirmedBy: string | null;
  readonly confirmedAt: IsoInstant | null;
  readonly retiredAt: IsoInstant | null;
}

/** All of all streets, also those out of use, the newest first. */
export const listStreetKeys = (reader: Reader): readonly StoredStreetKey[] =>
  reader.all(
    `SELECT id, street_code AS streetCode, signing_key AS signingKey, key_id AS keyId, recipient, added_at AS addedAt,
       confirmed_by AS confirmedBy, confirmed_at AS confirmedAt, retired_at AS retiredAt
     FROM street_keys ORDER BY added_at DESC, id DESC`,
  );

export const insertStreetKey = (
  writer: Writer,
  value: Pick<StoredStreetKey, 'id' | 'streetCode' | 'signingKey' | 'keyId' | 'recipient'>,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO street_keys (id, street_code, signing_key, key_id, recipient, added_at)
     VALUES (:id, :streetCode, :signingKey, :keyId, :recipient, :at)`,
    { ...value, at },
  );
};

/** One that was out of use is in use again. */
export const confirmStreetKeyRow = (
  writer: Writer,
  id: StreetKeyId,
  confirmedBy: string,
  at: IsoInstant,
): void => {
  writer.run('UPDATE street_keys SET confirmed_by = ?, confirmed_at = ?, retired_at = NULL WHERE id = ?', [
    confirmedBy,
    at,
    id,
  ]);
};

export const retireStreetKeyRow = (writer: Writer, id: StreetKeyId, at: IsoInstant): void => {
  writer.run('UPDATE street_keys SET retired_at = ? WHERE id = ? AND retired_at IS NULL', [at, id]);
};

export const setStreetKeyRecipient = (writer: Writer, id: StreetKeyId, recipient: string): void => {
  writer.run('UPDATE street_keys SET recipient = ? WHERE id = ?', [recipient, id]);
};
