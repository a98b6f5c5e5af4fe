import { renewedEnd } from '../../shared/domain/certificate-life.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Certificate, FormerCertificate, ReplacementCause } from '../../shared/domain/filing.ts';
import { certificateId, type CertificateId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { replacementCauseLabels } from '../../shared/labels/certificate.ts';
import type { Writer } from '../db/archive-store.ts';
import { insertCertificate, updateCertificateStub } from '../db/repositories/certificates.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireCertificate } from './certificates.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { endedCertificate, requireFormerDate } from './former-certificate.ts';
import { rulesOn } from './rules.ts';
import { shownCertificate } from './shown-facts.ts';

interface Issue {
  readonly id: CertificateId;
  readonly former: FormerCertificate;
  readonly issuedOn: IsoDate;
  readonly issuedBy: string;
}

/** @throws CodedError CERTIFICATE_NOT_VALID */
const requireValid = (writer: Writer, id: CertificateId): Certificate => {
  const certificate = requireCertificate(writer, id);
  requireOpenDossier(writer, certificate.organizationId);
  if (certificate.status !== 'valid')
    throw new CodedError('CERTIFICATE_NOT_VALID', { status: certificate.status });
  return certificate;
};

/** @throws CodedError INVALID_VALUE `issuedOn` or `formerOn`: nothing happens in the future or before the former issue */
const requireDates = ({ ports }: OpenArchive, held: Certificate, { issuedOn, former }: Issue): void => {
  if (issuedOn > ports.clock.today())
    throw new CodedError('INVALID_VALUE', { field: 'issuedOn', reason: 'future' });
  if (issuedOn < held.issuedOn.slice(0, 10)) {
    throw new CodedError('INVALID_VALUE', { field: 'issuedOn', reason: 'before-issue' });
  }
  if (former.on > issuedOn)
    throw new CodedError('INVALID_VALUE', { field: 'formerOn', reason: 'after-issue' });
};

const issueAgain = (
  archive: OpenArchive,
  writer: Writer,
  {
    issue,
    held,
    ...what
  }: {
    readonly issue: Issue;
    readonly held: Certificate;
    readonly kind: Certificate['kind'];
    readonly issueReason: string;
    readonly validTo: IsoDate | null;
  },
): Certificate => {
  const { ports } = archive;
  requireDates(archive, held, issue);
  updateCertificateStub(writer, endedCertificate(held, 'replaced', issue.former));
  const issued: Certificate = {
    ...held,
    ...what,
    id: certificateId.parse(ports.random.id()),
    issuedOn: issue.issuedOn,
    issuedBy: issue.issuedBy,
    collectedBy: null,
    collectorPhone: null,
    collectedOn: null,
    status: 'valid',
    recoveredBy: null,
    recoveredOn: null,
    lossStatement: null,
    voidReason: null,
  };
  insertCertificate(writer, issued, null, ports.clock.instant());
  refreshOrganization(writer, held.organizationId);
  return shownCertificate(issued);
};

/**
 * Issues a certificate anew after loss, damage or a misprint (补发): the same number, facts and validity. One that was
 * lost needs its loss statement (遗失声明); any other is handed in.
 *
 * @throws CodedError NOT_FOUND; CERTIFICATE_NOT_VALID; INVALID_VALUE `former` where it does not fit the cause, and dates
 */
export const replaceCertificate = (
  archive: OpenArchive,
  { cause, ...issue }: Issue & { readonly cause: ReplacementCause },
): Promise<Certificate> =>
  archive.store.write((writer) => {
    const held = requireValid(writer, issue.id);
    if ((cause === 'lost') !== (issue.former.outcome === 'lost')) {
      throw new CodedError('INVALID_VALUE', { field: 'former', reason: 'wrong-outcome' });
    }
    const issueReason = `${replacementCauseLabels[cause]}补发`;
    return issueAgain(archive, writer, {
      issue,
      held,
      kind: 'replacement',
      issueReason,
      validTo: held.validTo,
    });
  });

/**
 * Issues a certificate for a new validity (延续); renewed in time, it follows the old one without a gap.
 *
 * @throws CodedError NOT_FOUND; CERTIFICATE_NOT_VALID; INVALID_VALUE for dates
 */
export const renewCertificate = (archive: OpenArchive, issue: Issue): Promise<Certificate> =>
  archive.store.write((writer) => {
    const held = requireValid(writer, issue.id);
    const months = rulesOn(writer, issue.issuedOn).body.certificateValidityMonths;
    const validTo = renewedEnd(held.validTo, issue.issuedOn, months);
    return issueAgain(archive, writer, { issue, held, kind: 'renewal', issueReason: '有效期延续', validTo });
  });

/**
 * Takes a certificate out of use without another in its place.
 *
 * @throws CodedError NOT_FOUND; CERTIFICATE_NOT_VALID; INVALID_VALUE `formerOn` `future`
 */
export const voidCertificate = (
  archive: OpenArchive,
  input: {
    readonly id: CertificateId;
    readonly reason: string;
    readonly former: FormerCertificate | null;
  },
): Promise<Certificate> =>
  archive.store.write((writer) => {
    const held = requireValid(writer, input.id);
    requireFormerDate(archive, input.former);
    const ended = endedCertificate(held, 'void', input.former);
    updateCertificateStub(writer, { ...ended, status: 'void', voidReason: input.reason });
    refreshOrganization(writer, held.organizationId);
    return shownCertificate(requireCertificate(writer, input.id));
  });

/**
 * Notes what became of a certificate that was still outside when it went out of use.
 *
 * @throws CodedError NOT_FOUND; CERTIFICATE_NOT_VALID for one that still counts; INVALID_VALUE `formerOn` `future`
 */
export const recordReturn = (
  archive: OpenArchive,
  { id, former }: { readonly id: CertificateId; readonly former: FormerCertificate },
): Promise<Certificate> =>
  archive.store.write((writer) => {
    const certificate = requireCertificate(writer, id);
    requireOpenDossier(writer, certificate.organizationId);
    if (certificate.status === 'valid') throw new CodedError('CERTIFICATE_NOT_VALID', { status: 'valid' });
    requireFormerDate(archive, former);
    const ending = certificate.status === 'replaced' ? 'replaced' : 'void';
    const returned = endedCertificate(certificate, ending, former);
    const kept = certificate.status === 'void' ? { ...returned, status: 'void' as const } : returned;
    updateCertificateStub(writer, kept);
    return shownCertificate(requireCertificate(writer, id));
  });
