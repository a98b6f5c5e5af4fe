import type { CharterText } from '../../shared/domain/charter.ts';
import type { PartialDate } from '../../shared/domain/dates.ts';
import type { FilingKind } from '../../shared/domain/filing.ts';
import type { FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import type { OrganizationFacts } from '../../shared/domain/organization.ts';
import type { Reader } from '../db/archive-store.ts';
import { charterOfFiling } from '../db/repositories/charter-texts.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { getFilingRecord } from '../db/repositories/filings.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { factsOf } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOrganization } from './filings-start.ts';
import { shownFacts } from './shown-facts.ts';

export interface FactVersion {
  /** null for the facts as they stand now */
  readonly filingId: FilingId | null;
  readonly kind: FilingKind | null;
  readonly filedOn: PartialDate | null;
  readonly filingNumber: string | null;
  readonly facts: OrganizationFacts;
  readonly communityName: string;
  readonly responsiblePersonName: string | null;
  /** As it was filed; null where its words are not on record. */
  readonly charter: CharterText | null;
}

const named = (reader: Reader, facts: OrganizationFacts) => ({
  facts: shownFacts(facts),
  communityName: listCommunities(reader).find(({ id }) => id === facts.communityId)?.name ?? '',
  responsiblePersonName:
    facts.responsiblePersonId === null ? null : (getPerson(reader, facts.responsiblePersonId)?.name ?? null),
});

/**
 * Everything that an organization has filed, newest first, and before it what stands now: every former version stays
 * readable (policy Art. 2(4); FEATURES A13). Phones are masked.
 *
 * @throws CodedError NOT_FOUND
 */
export const listFactVersions = (
  { store, ports }: OpenArchive,
  organizationId: OrganizationId,
): Promise<FactVersion[]> =>
  store.read((reader) => {
    const organization = requireOrganization(reader, organizationId);
    const filter = { organizationId, states: ['filed'], kinds: [], openOnly: false } as const;
    const filed = listFilingRows(reader, filter, ports.clock.today(), 0, -1).flatMap(
      ({ id }): FactVersion[] => {
        const filing = getFilingRecord(reader, id);
        if (filing === null) return [];
        const { kind, closedOn: filedOn, filingNumber, facts } = filing;
        const charter = charterOfFiling(reader, id)?.filed ?? null;
        return [{ filingId: id, kind, filedOn, filingNumber, ...named(reader, facts), charter }];
      },
    );
    // Old paper is often entered after newer filings: the day counts, not when it was typed in.
    filed.sort((one, other) => (other.filedOn ?? '').localeCompare(one.filedOn ?? ''));
    const now: FactVersion = {
      filingId: null,
      kind: null,
      filedOn: organization.filedOn,
      filingNumber: organization.filingNumber,
      ...named(reader, factsOf(organization)),
      charter: filed[0]?.charter ?? null,
    };
    return [now, ...filed];
  });
