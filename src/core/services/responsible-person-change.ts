import { isDraftState } from '../../shared/domain/filing-state-machine.ts';
import type { FilingId, OrganizationId, PersonId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { getFilingRecord, openFilingOf } from '../db/repositories/filings.ts';
import { currentMembership } from '../db/repositories/memberships.ts';
import type { OpenArchive } from '../open-archive.ts';
import { saveFactsIn, startFilingIn } from './filings-start.ts';
import { requireFiling } from './filings.ts';

/** The change filing that is being prepared; null where nothing is under way. @throws CodedError FILING_OPEN for any other */
const preparedChange = (reader: Reader, id: OrganizationId): FilingId | null => {
  const open = openFilingOf(reader, id);
  const filing = open === null ? null : getFilingRecord(reader, open);
  if (filing === null) return null;
  if (filing.kind !== 'change' || !isDraftState(filing.state))
    throw new CodedError('FILING_OPEN', { filingId: filing.id });
  return filing.id;
};

/**
 * Another responsible person for a filed organization (policy Art. 2(4)): the present one stays in office until the new
 * certificate is issued. The filing begins with the new person in its facts, or not at all.
 *
 * @throws CodedError NOT_FOUND `member` for somebody who is not on the roster; FILING_OPEN while another filing is open;
 *   ILLEGAL_STEP where the organization is not filed
 */
export const changeResponsiblePerson = (
  archive: OpenArchive,
  { organizationId, personId }: { readonly organizationId: OrganizationId; readonly personId: PersonId },
): Promise<{ readonly filingId: FilingId }> =>
  archive.store.write((writer) => {
    if (currentMembership(writer, organizationId, personId) === null)
      throw new CodedError('NOT_FOUND', { what: 'member' });
    const filingId =
      preparedChange(writer, organizationId) ??
      startFilingIn(archive, writer, { organizationId, kind: 'change', entryMode: 'live' });
    const facts = { ...requireFiling(writer, filingId).facts, responsiblePersonId: personId };
    saveFactsIn(archive, writer, { id: filingId, facts, responsiblePerson: null });
    return { filingId };
  });
