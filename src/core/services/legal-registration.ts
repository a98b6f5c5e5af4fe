import { readCreditCode } from '../../shared/domain/credit-code.ts';
import type { FormerCertificate } from '../../shared/domain/filing.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { standingStatuses } from '../../shared/domain/organization.ts';
import type { LegalRegistration } from '../../shared/domain/registration.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  getCandidate,
  isCreditCodeTaken,
  saveCandidate,
  saveRegistration,
} from '../db/repositories/candidates.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { openFilingOf } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireOrganization } from './filings-start.ts';
import { endOrganization } from './organization-end.ts';
import { rulesOn } from './rules.ts';

export interface RegistrationEntry {
  readonly organizationId: OrganizationId;
  readonly registration: LegalRegistration;
  readonly former: FormerCertificate | null;
  readonly overrideReason: string | null;
}

/** @throws CodedError INVALID_VALUE `creditCode`; CONFLICT `credit-code` */
const provenCreditCode = (writer: Writer, { organizationId, registration }: RegistrationEntry): string => {
  const reading = readCreditCode(registration.creditCode);
  if (reading.kind === 'refused') {
    throw new CodedError('INVALID_VALUE', { field: 'creditCode', reason: `code-${reading.reason}` });
  }
  if (isCreditCodeTaken(writer, reading.value, organizationId)) {
    throw new CodedError('CONFLICT', { what: 'credit-code' });
  }
  return reading.value;
};

/** What still keeps the record from being made, by name. */
const missingFor = (writer: Writer, entry: RegistrationEntry, today: string): readonly string[] => {
  const { organizationId, former } = entry;
  const done = new Set(getCandidate(writer, organizationId)?.done);
  const steps = rulesOn(writer, today).body.registrationSteps.filter((step) => !done.has(step));
  const held = listCertificates(writer, organizationId).some(({ status }) => status === 'valid');
  return [...steps, ...(held && former === null ? ['备案证书的收缴或遗失声明'] : [])];
};

/**
 * Records that an organization was legally registered (policy Art. 2; FEATURES A20): its filing ends, its filing
 * certificate goes out of use, its standing is 转为依法登记, and its dossier gets the next volume.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP for an organization that is not filed; FILING_OPEN; STEP_INCOMPLETE where
 *   items of the list are not done and no reason is given; INVALID_VALUE `creditCode`, `registeredOn`; CONFLICT
 */
export const recordLegalRegistration = (archive: OpenArchive, entry: RegistrationEntry): Promise<void> =>
  archive.store.write((writer) => {
    const { organizationId: id, registration, former, overrideReason } = entry;
    const organization = requireOrganization(writer, id);
    requireOpenDossier(writer, id);
    if (!standingStatuses.includes(organization.status)) {
      throw new CodedError('ILLEGAL_STEP', { state: organization.status, action: 'register' });
    }
    const open = openFilingOf(writer, id);
    if (open !== null) throw new CodedError('FILING_OPEN', { filingId: open });
    const { clock } = archive.ports;
    if (registration.registeredOn > clock.today()) {
      throw new CodedError('INVALID_VALUE', { field: 'registeredOn', reason: 'future' });
    }
    const creditCode = provenCreditCode(writer, entry);
    const missing = missingFor(writer, entry, clock.today());
    if (missing.length > 0 && !overrideReason)
      throw new CodedError('STEP_INCOMPLETE', { missing: [...missing] });

    const at = clock.instant();
    saveRegistration(writer, id, { ...registration, creditCode }, at);
    const candidate = getCandidate(writer, id);
    if (candidate !== null && overrideReason) {
      const note = [candidate.note, `未办齐即登记：${overrideReason}`]
        .filter(Boolean)
        .join('；')
        .slice(0, 500);
      saveCandidate(writer, id, { ...candidate, note }, at);
    }
    const exitedOn = registration.registeredOn;
    endOrganization(archive, writer, organization, { kind: 'registered', exitedOn, former, causeCode: null });
    refreshOrganization(writer, id);
  });
