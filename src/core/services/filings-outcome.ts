import { certificateEnd } from '../../shared/domain/certificate-life.ts';
import type { Certificate, FilingState, FilingStepInput } from '../../shared/domain/filing.ts';
import { certificateId } from '../../shared/domain/ids.ts';
import type { OrganizationStatus } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import { categoryWords } from '../../shared/labels/organization.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { insertCertificate } from '../db/repositories/certificates.ts';
import type { FilingRecord } from '../db/repositories/filings.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import { updateOrganizationFacts, updateOrganizationStanding } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { freezeCharter } from './charters.ts';
import { assignFilingNumber, nextFilingNumber, retireFilingNumber } from './filing-numbers.ts';
import { markUnderway, requireOrganization } from './filings-start.ts';
import { endFormerCertificates } from './former-certificate.ts';
import { endOrganization } from './organization-end.ts';
import { seatResponsiblePerson } from './responsible-person.ts';
import { freezeRoster } from './roster-snapshots.ts';
import { rulesOn } from './rules.ts';

/** What a certificate prints, as the facts are now; frozen from then on. */
export const printedFacts = (
  reader: Reader,
  { facts }: Pick<FilingRecord, 'facts'>,
): Pick<
  Certificate,
  | 'organizationName'
  | 'responsiblePersonName'
  | 'businessScope'
  | 'premises'
  | 'activityArea'
  | 'category'
  | 'authorityName'
> => {
  const office = getOfficeProfile(reader);
  if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  const responsible =
    facts.responsiblePersonId === null ? null : getPerson(reader, facts.responsiblePersonId);
  return {
    organizationName: facts.name,
    responsiblePersonName: responsible?.name ?? null,
    businessScope: facts.businessScope,
    premises: facts.premises,
    activityArea: facts.activityArea,
    category: categoryWords(facts.categories),
    authorityName: office.authorityName,
  };
};

const numberFor = (
  { ports }: OpenArchive,
  writer: Writer,
  filing: FilingRecord,
  step: FilingStepInput,
): string => {
  const current = requireOrganization(writer, filing.organizationId).filingNumber;
  const given = step.filingNumber === '' ? null : step.filingNumber;
  const filingNumber = given ?? current ?? nextFilingNumber(writer, filing, step.actedOn);
  assignFilingNumber(ports, writer, {
    filingNumber,
    organizationId: filing.organizationId,
    filingId: filing.id,
    on: step.actedOn,
    reason: filing.entryMode === 'back-entry' ? '补录' : null,
    importId: null,
  });
  if (current !== null && current !== filingNumber) retireFilingNumber(writer, current, '变更备案时换号');
  return filingNumber;
};

/** A change does not end a rectification; whoever files anew is active again. */
const standingAfterIssue = ({ kind, statusBefore }: FilingRecord): OrganizationStatus =>
  kind === 'change' && statusBefore === 'rectifying' ? 'rectifying' : 'filed';

/**
 * Issues the certificate (policy Art. 2(2)): the number is assigned for good, the facts applied for become the
 * organization's, the new certificate takes the place of any before it.
 *
 * @returns the filing number
 * @throws CodedError FILING_NUMBER_TAKEN, FILING_NUMBER_RULE_INVALID, STEP_INCOMPLETE
 */
const issueCertificate = (
  archive: OpenArchive,
  writer: Writer,
  filing: FilingRecord,
  step: FilingStepInput,
): string => {
  const { ports } = archive;
  const at = ports.clock.instant();
  const organization = requireOrganization(writer, filing.organizationId);
  const filingNumber = numberFor(archive, writer, filing, step);
  endFormerCertificates(archive, writer, filing.organizationId, 'replaced', step.formerCertificate);
  const reissue = filing.kind === 'change';
  const certificate: Certificate = {
    id: certificateId.parse(ports.random.id()),
    organizationId: filing.organizationId,
    filingId: filing.id,
    filingNumber,
    kind: reissue ? 'reissue' : 'original',
    issueReason: reissue ? '变更备案' : '首次备案',
    ...printedFacts(writer, filing),
    issuedOn: step.actedOn,
    validTo: certificateEnd(step.actedOn, rulesOn(writer, step.actedOn).body.certificateValidityMonths),
    issuedBy: step.actor,
    collectedBy: null,
    collectorPhone: null,
    collectedOn: null,
    status: 'valid',
    recoveredBy: null,
    recoveredOn: null,
    lossStatement: null,
    voidReason: null,
  };
  insertCertificate(writer, certificate, null, at);
  freezeCharter(ports, writer, filing);
  updateOrganizationFacts(writer, filing.organizationId, filing.facts, at);
  seatResponsiblePerson(archive, writer, filing.organizationId, filing.facts.responsiblePersonId);
  updateOrganizationStanding(
    writer,
    filing.organizationId,
    {
      status: standingAfterIssue(filing),
      filingNumber,
      filedOn: reissue ? (organization.filedOn ?? step.actedOn) : step.actedOn,
      proposedRegistration: organization.proposedRegistration,
    },
    at,
  );
  freezeRoster(ports, writer, {
    organizationId: filing.organizationId,
    asOf: step.actedOn,
    cause: 'filing',
    causeCode: filing.id,
  });
  return filingNumber;
};

/** Standing that the organization gets when its filing arrives in `state`; null where it stays. */
const standingIn = (
  state: Exclude<FilingState, 'filed' | 'dissolved'>,
  filing: FilingRecord,
): OrganizationStatus | null => {
  switch (state) {
    case 'refused':
    case 'not-forwarded':
      return filing.kind === 'initial' ? 'refused' : filing.statusBefore;
    case 'withdrawn':
      return filing.statusBefore;
    case 'preparing':
    case 'applied':
    case 'returned':
    case 'committee-passed':
    case 'street-agreed':
    case 'on-notice':
    case 'objected':
    case 'notice-cleared':
      return null;
  }
};

/**
 * What a step does to the organization and its papers beyond the filing itself.
 *
 * @returns the filing's number after it
 */
export const applyOutcome = (
  archive: OpenArchive,
  writer: Writer,
  filing: FilingRecord,
  state: FilingState,
  step: FilingStepInput,
): string | null => {
  if (state === 'filed') return issueCertificate(archive, writer, filing, step);
  const organization = requireOrganization(writer, filing.organizationId);
  if (state === 'dissolved') {
    const { actedOn: exitedOn, formerCertificate: former } = step;
    const end = { kind: 'dissolved', exitedOn, former, causeCode: filing.id } as const;
    endOrganization(archive, writer, organization, end);
    return filing.filingNumber;
  }
  const status = standingIn(state, filing);
  if (status === null) {
    markUnderway(archive, writer, organization, filing.kind);
  } else {
    const standing = { ...organization, status };
    updateOrganizationStanding(writer, organization.id, standing, archive.ports.clock.instant());
  }
  return filing.filingNumber;
};
