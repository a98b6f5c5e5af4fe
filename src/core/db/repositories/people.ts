import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { ImportId, PersonId } from '../../../shared/domain/ids.ts';
import { person, type Person, type PersonInput } from '../../../shared/domain/person.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';
import { romanize } from '../romanize.ts';

/** Keyed hashes that stand in the indexes instead of the identity number. */
export interface IdentityHashes {
  readonly whole: string;
  readonly tail: string;
}

export interface StoredPerson {
  readonly id: PersonId;
  readonly input: PersonInput;
  /** null exactly when there is no identity number. */
  readonly identity: IdentityHashes | null;
  readonly importId: ImportId | null;
  readonly at: IsoInstant;
}

const values = ({ id, input, identity, importId, at }: StoredPerson): Record<string, SqlValue> => ({
  id,
  name: input.name,
  pinyin: romanize(input.name).pinyin,
  sex: input.sex,
  birthDate: input.birthDate,
  politicalStatus: input.politicalStatus,
  identityKind: input.identityKind,
  identityNumber: input.identityNumber,
  identityHash: identity?.whole ?? null,
  identityTailHash: identity?.tail ?? null,
  phone: input.phone,
  importId,
  at,
});

export const insertPerson = (writer: Writer, value: StoredPerson): void => {
  writer.run(
    `INSERT INTO people (id, name, name_pinyin, sex, birth_date, political_status, identity_kind, identity_number, identity_hash,
       identity_tail_hash, phone, import_id, created_at, updated_at)
     VALUES (:id, :name, :pinyin, :sex, :birthDate, :politicalStatus, :identityKind, :identityNumber, :identityHash,
       :identityTailHash, :phone, :importId, :at, :at)`,
    values(value),
  );
};

export const updatePerson = (writer: Writer, value: Omit<StoredPerson, 'importId'>): void => {
  writer.run(
    `UPDATE people SET name = :name, name_pinyin = :pinyin, sex = :sex, birth_date = :birthDate, political_status = :politicalStatus,
       identity_kind = :identityKind, identity_number = :identityNumber, identity_hash = :identityHash,
       identity_tail_hash = :identityTailHash, phone = :phone, updated_at = :at, import_id = coalesce(import_id, :importId)
     WHERE id = :id`,
    values({ ...value, importId: null }),
  );
};

export const deletePerson = (writer: Writer, id: PersonId): void => {
  writer.run('DELETE FROM people WHERE id = ?', [id]);
};

const columns = `id, name, sex, birth_date AS birthDate, political_status AS politicalStatus,
  identity_kind AS identityKind, identity_number AS identityNumber, phone`;

const toPerson = (row: unknown): Person => person.parse(row);

export const getPerson = (reader: Reader, id: PersonId): Person | null => {
  const row = reader.get(`SELECT ${columns} FROM people WHERE id = ?`, [id]);
  return row === undefined ? null : toPerson(row);
};

export const findPersonByIdentityHash = (reader: Reader, hash: string): Person | null => {
  const row = reader.get(`SELECT ${columns} FROM people WHERE identity_hash = ?`, [hash]);
  return row === undefined ? null : toPerson(row);
};

export const findPeopleByName = (reader: Reader, name: string, limit: number): readonly Person[] =>
  reader.all(`SELECT ${columns} FROM people WHERE name = ? ORDER BY id LIMIT ?`, [name, limit]).map(toPerson);
