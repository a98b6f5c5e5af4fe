import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Certificate } from '../../shared/domain/filing.ts';
import type { CertificateId } from '../../shared/domain/ids.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { getCertificate, updateCertificateStub } from '../db/repositories/certificates.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { shownCertificate, unmaskedPhone } from './shown-facts.ts';

/** @throws CodedError NOT_FOUND */
export const requireCertificate = (reader: Reader, id: CertificateId): Certificate => {
  const certificate = getCertificate(reader, id);
  if (certificate === null) throw new CodedError('NOT_FOUND', { what: 'certificate' });
  return certificate;
};

/** @throws CodedError NOT_FOUND */
export const readCertificate = ({ store }: OpenArchive, id: CertificateId): Promise<Certificate> =>
  store.read((reader) => shownCertificate(requireCertificate(reader, id)));

const provenPhone = (text: string | null): string | null => {
  const phone = readPhone(text ?? '');
  if (phone.kind === 'refused') {
    throw new CodedError('INVALID_VALUE', { field: 'collectorPhone', reason: phone.code });
  }
  return phone.kind === 'value' ? phone.value : null;
};

/**
 * Fills in the stub (领证): who collected the certificate and when. A correction replaces what was there.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `collectedOn` `future` or `before-issue`, `collectorPhone`
 */
export const recordCollection = (
  { store, ports }: OpenArchive,
  input: {
    readonly id: CertificateId;
    readonly collectedBy: string;
    readonly collectorPhone: string | null;
    readonly collectedOn: IsoDate;
  },
): Promise<Certificate> =>
  store.write((writer) => {
    const certificate = requireCertificate(writer, input.id);
    requireOpenDossier(writer, certificate.organizationId);
    const { collectedBy, collectedOn } = input;
    if (collectedOn > ports.clock.today()) {
      throw new CodedError('INVALID_VALUE', { field: 'collectedOn', reason: 'future' });
    }
    if (collectedOn < certificate.issuedOn.slice(0, 10)) {
      throw new CodedError('INVALID_VALUE', { field: 'collectedOn', reason: 'before-issue' });
    }
    const hidden = [certificate.collectorPhone];
    const collectorPhone = provenPhone(unmaskedPhone('collectorPhone', input.collectorPhone, hidden));
    updateCertificateStub(writer, { ...certificate, collectedBy, collectorPhone, collectedOn });
    refreshOrganization(writer, certificate.organizationId);
    return shownCertificate(requireCertificate(writer, input.id));
  });
