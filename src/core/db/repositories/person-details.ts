import type { PersonId } from '../../../shared/domain/ids.ts';
import { personDetails, type PersonDetails } from '../../../shared/domain/people.ts';
import type { Reader, Writer } from '../archive-store.ts';

const none: PersonDetails = {
  address: null,
  nation: null,
  education: null,
  speciality: null,
  workUnit: null,
};

/** What is kept of a person beyond the necessary; all null for most. */
export const getDetails = (reader: Reader, id: PersonId): PersonDetails => {
  const row = reader.get(
    `SELECT address, nation, education, speciality, work_unit AS workUnit FROM person_details WHERE person_id = ?`,
    [id],
  );
  return row === undefined ? none : personDetails.parse(row);
};

export const saveDetails = (writer: Writer, id: PersonId, details: PersonDetails): void => {
  writer.run(
    `INSERT OR REPLACE INTO person_details (person_id, address, nation, education, speciality, work_unit)
     VALUES (:id, :address, :nation, :education, :speciality, :workUnit)`,
    { ...details, id },
  );
};
