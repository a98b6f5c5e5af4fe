import {
  community,
  officeProfile,
  type Community,
  type OfficeProfile,
} from '../../../shared/domain/office.ts';
import type { Reader, Writer } from '../archive-store.ts';

export const getOfficeProfile = (reader: Reader): OfficeProfile | null => {
  const row = reader.get<{ profile: string }>('SELECT profile FROM office_profile WHERE id = 1');
  return row === undefined ? null : officeProfile.parse(JSON.parse(row.profile));
};

export const saveOfficeProfile = (writer: Writer, profile: OfficeProfile): void => {
  writer.run(
    `INSERT INTO office_profile (id, profile) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET profile = excluded.profile`,
    [JSON.stringify(profile)],
  );
};

const communityColumns = `id, code, name, settlement, settlement_class AS settlementClass,
  party_organization AS partyOrganization, valid_from AS validFrom, valid_to AS validTo`;

/** In the office's own order. */
export const listCommunities = (reader: Reader): readonly Community[] =>
  reader
    .all(`SELECT ${communityColumns} FROM communities ORDER BY position, code`)
    .map((row) => community.parse(row));

export const saveCommunity = (writer: Writer, value: Community): void => {
  writer.run(
    `INSERT INTO communities
       (id, code, name, settlement, settlement_class, party_organization, valid_from, valid_to, position)
     VALUES (:id, :code, :name, :settlement, :settlementClass, :partyOrganization, :validFrom, :validTo,
       (SELECT count(*) FROM communities))
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, settlement = excluded.settlement,
       settlement_class = excluded.settlement_class, party_organization = excluded.party_organization,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    { ...value },
  );
};
