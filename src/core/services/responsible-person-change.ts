import { isDraftState } from '../../shared/domain/filing-state-machine.ts';
import type { FilingId, OrganizationId, PersonId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { getFilingRecord, openFilingOf, type FilingRecord } from '../db/repositories/filings.ts';
import { currentMembership } from '../db/repositories/memberships.ts';
import type { OpenArchive } from '../open-archive.ts';
import { saveFilingFacts, startFilingOn } from './filings-start.ts';

/** The change filing that is being prepared; null where nothing is under way. @throws CodedError FILING_OPEN for any other */
const preparedChange = (archive: OpenArchive, id: OrganizationId): Promise<FilingRecord | null> =>
  archive.store.read((reader) => {
    const open = openFilingOf(reader, id);
    const filing = open === null ? null : getFilingRecord(reader, open);
    if (filing === null) return null;
    if (filing.kind !== 'change' || !isDraftState(filing.state))
      throw new CodedError('FILING_OPEN', { filingId: filing.id });
    return filing;
  });

/**
 * Another responsible person for a filed organization (policy Art. 2(4)): the present one stays in office until the new
 * certificate is issued.
 *
 * @throws CodedError NOT_FOUND `member` for somebody who is not on the roster; FILING_OPEN while another filing is open;
 *   ILLEGAL_STEP where the organization is not filed
 */
export const changeResponsiblePerson = async (
  archive: OpenArchive,
  { organizationId, personId }: { readonly organizationId: OrganizationId; readonly personId: PersonId },
): Promise<{ readonly filingId: FilingId }> => {
  const seat = await archive.store.read((reader) => currentMembership(reader, organizationId, personId));
  if (seat === null) throw new CodedError('NOT_FOUND', { what: 'member' });
  const filing =
    (await preparedChange(archive, organizationId)) ??
    (await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' }));
  const facts = { ...filing.facts, responsiblePersonId: personId };
  await saveFilingFacts(archive, { id: filing.id, facts, responsiblePerson: null });
  return { filingId: filing.id };
};
