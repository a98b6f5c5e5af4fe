import type { PartialDate } from '../../shared/domain/dates.ts';
import type { Certificate, FormerCertificate } from '../../shared/domain/filing.ts';
import type { CertificateId, FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listCertificates, updateCertificateStub } from '../db/repositories/certificates.ts';
import type { OpenArchive } from '../open-archive.ts';

/** The certificate that an organization holds from before a filing; null where it holds none. */
export const formerCertificateOf = (
  reader: Reader,
  organizationId: OrganizationId,
  filingId: FilingId,
): { readonly id: CertificateId; readonly issuedOn: PartialDate } | null => {
  const held = listCertificates(reader, organizationId).find(
    (certificate) => certificate.status === 'valid' && certificate.filingId !== filingId,
  );
  return held === undefined ? null : { id: held.id, issuedOn: held.issuedOn };
};

/** A certificate that no longer counts, with what became of the paper; null where it is still outside. */
export const endedCertificate = (
  certificate: Certificate,
  ending: 'replaced' | 'void',
  former: FormerCertificate | null,
): Certificate => {
  if (former === null) return { ...certificate, status: ending };
  if (former.outcome === 'lost') {
    const lossStatement = { place: former.place, publishedOn: former.on };
    return { ...certificate, status: 'lost', lossStatement };
  }
  return {
    ...certificate,
    status: ending === 'void' ? 'recovered' : ending,
    recoveredBy: former.by,
    recoveredOn: former.on,
  };
};

/** @throws CodedError INVALID_VALUE `formerOn` `future` */
export const requireFormerDate = ({ ports }: OpenArchive, former: FormerCertificate | null): void => {
  if (former !== null && former.on > ports.clock.today())
    throw new CodedError('INVALID_VALUE', { field: 'formerOn', reason: 'future' });
};

/**
 * Ends the certificates that an organization holds, as a change and a dissolution do (policy Art. 2(4), Art. 3).
 *
 * @throws CodedError INVALID_VALUE `formerOn` `future`
 */
export const endFormerCertificates = (
  archive: OpenArchive,
  writer: Writer,
  organizationId: OrganizationId,
  ending: 'replaced' | 'void',
  former: FormerCertificate | null,
): void => {
  requireFormerDate(archive, former);
  for (const certificate of listCertificates(writer, organizationId)) {
    if (certificate.status !== 'valid') continue;
    updateCertificateStub(writer, endedCertificate(certificate, ending, former));
  }
};
