import { bureauProfile, type BureauProfile } from '../../../shared/domain/bureau.ts';
import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Null in an archive that is no bureau's. */
export const getBureauProfile = (reader: Reader): BureauProfile | null => {
  const row = reader.get<{ profile: string }>('SELECT profile FROM bureau_profile WHERE id = 1');
  return row === undefined ? null : bureauProfile.parse(JSON.parse(row.profile));
};

export const saveBureauProfile = (writer: Writer, profile: BureauProfile): void => {
  writer.run(
    `INSERT INTO bureau_profile (id, profile) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET profile = excluded.profile`,
    [JSON.stringify(profile)],
  );
};

/** What the bureau opens packages and signs receipts with, as it is kept. */
export interface BureauIdentity {
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** minisign public key */
  readonly signingKey: string;
  /** As `parseSigningKey` reads it. */
  readonly signingSecret: string;
  readonly validUntil: IsoDate | null;
  readonly madeHere: boolean;
}

export interface StoredBureauIdentity extends BureauIdentity {
  readonly createdAt: IsoInstant;
  /** Since when another one is used. */
  readonly retiredAt: IsoInstant | null;
}

/** All that ever were, the one in use first. */
export const listBureauIdentities = (reader: Reader): readonly StoredBureauIdentity[] =>
  reader
    .all<Omit<StoredBureauIdentity, 'madeHere'> & { madeHere: number }>(
      `SELECT recipient, identity, signing_key AS signingKey, signing_secret AS signingSecret, valid_until AS validUntil,
         made_here AS madeHere, created_at AS createdAt, retired_at AS retiredAt
       FROM bureau_identities ORDER BY retired_at IS NOT NULL, sequence DESC`,
    )
    .map((row) => ({ ...row, madeHere: row.madeHere === 1 }));

/** Puts an identity in use; the one before it is kept. */
export const insertBureauIdentity = (writer: Writer, value: BureauIdentity, at: IsoInstant): void => {
  writer.run('UPDATE bureau_identities SET retired_at = ? WHERE retired_at IS NULL', [at]);
  writer.run(
    `INSERT INTO bureau_identities (recipient, identity, signing_key, signing_secret, valid_until, made_here, created_at)
     VALUES (:recipient, :identity, :signingKey, :signingSecret, :validUntil, :madeHere, :at)`,
    { ...value, madeHere: value.madeHere ? 1 : 0, at },
  );
};
