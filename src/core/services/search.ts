import type { SearchHit } from '../../shared/contract/home.ts';
import { organizationId, personId, type OrganizationId, type PersonId } from '../../shared/domain/ids.ts';
import { maskIdentityNumber } from '../../shared/domain/masking.ts';
import { organizationStatusLabels } from '../../shared/labels/organization.ts';
import type { Reader } from '../db/archive-store.ts';
import { organizationsOfPerson } from '../db/repositories/memberships.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { findPeopleByIdentityTail, getPerson } from '../db/repositories/people.ts';
import { searchEntries } from '../db/search-index.ts';
import type { OpenArchive } from '../open-archive.ts';
import { identityTailLookup } from './identity-lookup.ts';

const organizationHit = (reader: Reader, id: OrganizationId): SearchHit | null => {
  const found = getOrganization(reader, id);
  if (found === null) return null;
  const community = listCommunities(reader).find((each) => each.id === found.communityId)?.name;
  const detail = [community, organizationStatusLabels[found.status], found.filingNumber]
    .filter(Boolean)
    .join('　');
  return { kind: 'organization', organizationId: id, title: found.name, detail };
};

/** A person is shown with the organizations that lead to them; nobody is found who belongs to none. */
const personHit = (reader: Reader, id: PersonId): SearchHit | null => {
  const found = getPerson(reader, id);
  const [first, ...others] = organizationsOfPerson(reader, id);
  if (found === null || first === undefined) return null;
  const masked = maskIdentityNumber(found.identityNumber);
  const detail = [[first, ...others].map(({ name }) => name).join('、'), masked].filter(Boolean).join('　');
  return { kind: 'person', personId: id, organizationId: first.id, title: found.name, detail };
};

/** Last four characters of an identity number as people type them. */
const identityTail = /^\d{3}[\dXx]$/;

/** Organizations and people by name, pinyin, filing number, or the last four characters of an identity number. */
export const search = ({ store, keys }: OpenArchive, text: string, limit: number): Promise<SearchHit[]> =>
  store.read((reader) => {
    const wanted = text.trim();
    const byTail = identityTail.test(wanted)
      ? findPeopleByIdentityTail(reader, identityTailLookup(keys, wanted), limit).map(({ id }) =>
          personHit(reader, id),
        )
      : [];
    const byName = searchEntries(reader, wanted, limit).map(({ kind, entityId }) =>
      kind === 'organization'
        ? organizationHit(reader, organizationId.parse(entityId))
        : personHit(reader, personId.parse(entityId)),
    );
    return [...byTail, ...byName].filter((hit) => hit !== null).slice(0, limit);
  });
