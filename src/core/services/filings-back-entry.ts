import { yearInFilingNumber } from '../../shared/domain/filing-number.ts';
import type { PartialDate } from '../../shared/domain/dates.ts';
import type { CertificateStatus } from '../../shared/domain/filing.ts';
import {
  certificateId,
  filingId,
  type FilingId,
  type ImportId,
  type OrganizationId,
} from '../../shared/domain/ids.ts';
import type { OrganizationStatus } from '../../shared/domain/organization.ts';
import type { Writer } from '../db/archive-store.ts';
import { insertCertificate } from '../db/repositories/certificates.ts';
import { insertFilingStep } from '../db/repositories/filing-steps.ts';
import { insertFiling } from '../db/repositories/filings.ts';
import { factsOf } from '../db/repositories/organizations.ts';
import type { Ports } from '../ports.ts';
import { assignFilingNumber } from './filing-numbers.ts';
import { printedFacts } from './filings-outcome.ts';
import { requireOrganization } from './filings-start.ts';

const ended: readonly OrganizationStatus[] = ['dissolved', 'revoked', 'registered'];

/** A certificate of an organization that has ended since proves nothing any more. */
const certificateStatusOf = (status: OrganizationStatus): CertificateStatus =>
  ended.includes(status) ? 'void' : 'valid';

/**
 * Records the filing that an imported organization's number proves (补录): closed, with the one step that is known,
 * the number in the register, and a certificate that says what the register says. Where the day is not on paper the
 * year in the number stands for it; a number that names no day at all is registered under the day of the import.
 *
 * The caller has inserted the organization and calls `refreshOrganization` afterwards.
 *
 * @throws CodedError FILING_NUMBER_TAKEN; NOT_FOUND
 */
export const backEntryFiling = (
  ports: Ports,
  writer: Writer,
  input: {
    readonly organizationId: OrganizationId;
    readonly filingNumber: string;
    readonly filedOn: PartialDate | null;
    readonly importId: ImportId | null;
  },
): FilingId | null => {
  const organization = requireOrganization(writer, input.organizationId);
  const id = filingId.parse(ports.random.id());
  const at = ports.clock.instant();
  const { organizationId, filingNumber, importId } = input;
  const year = yearInFilingNumber(filingNumber);
  const on = input.filedOn ?? (year === null ? null : String(year));
  const reason = '补录';
  const number = { filingNumber, organizationId, filingId: id, reason, importId };
  assignFilingNumber(ports, writer, { ...number, on: on ?? ports.clock.today() });
  if (on === null) return null;

  const facts = factsOf(organization);
  const printed = printedFacts(writer, { facts });
  insertFiling(writer, {
    id,
    organizationId,
    kind: 'initial',
    state: 'filed',
    entryMode: 'back-entry',
    statusBefore: organization.status,
    facts,
    factsBefore: null,
    changeGrounds: null,
    notice: null,
    dueOn: null,
    filingNumber,
    startedOn: on,
    closedOn: on,
    importId,
    createdAt: at,
    updatedAt: at,
  });
  insertFilingStep(writer, id, {
    sequence: 1,
    action: 'issue-certificate',
    fromState: 'preparing',
    toState: 'filed',
    actor: printed.authorityName,
    opinion: null,
    actedOn: on,
    recordedAt: at,
    evidence: null,
    attachmentIds: [],
    overrideReason: null,
    documentNumber: null,
    noticeItems: [],
    correctBy: null,
    backEntry: true,
  });
  insertCertificate(
    writer,
    {
      id: certificateId.parse(ports.random.id()),
      organizationId,
      filingId: id,
      filingNumber,
      kind: 'original',
      issueReason: reason,
      ...printed,
      issuedOn: on,
      validTo: null,
      issuedBy: printed.authorityName,
      collectedBy: null,
      collectorPhone: null,
      collectedOn: null,
      status: certificateStatusOf(organization.status),
      recoveredBy: null,
      recoveredOn: null,
      lossStatement: null,
      voidReason: null,
    },
    importId,
    at,
  );
  return id;
};
