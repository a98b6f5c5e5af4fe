import type { Certificate } from '../../shared/domain/filing.ts';
import type { CertificateId, OrganizationId } from '../../shared/domain/ids.ts';
import type { OfficeProfile } from '../../shared/domain/office.ts';
import { CodedError } from '../../shared/errors.ts';
import { getCertificate } from '../db/repositories/certificates.ts';
import type { OpenArchive } from '../open-archive.ts';
import { paperBasics, paperDataOf } from './document-data.ts';
import type { FilingPaperData, PaperRules } from './filing-paper-data.ts';

/** What a certificate's stub, receipt and statement of loss print. */
export interface CertificatePaperData {
  readonly organizationId: OrganizationId;
  readonly office: OfficeProfile;
  readonly paperRules: PaperRules;
  readonly community: FilingPaperData['community'];
  readonly responsiblePersonName: string | null;
  readonly certificate: Certificate;
}

/** @throws CodedError NOT_FOUND */
export const readCertificatePapers = (
  { store, ports }: OpenArchive,
  ids: readonly CertificateId[],
): Promise<CertificatePaperData[]> =>
  store.read((reader) => {
    const basics = paperBasics(reader, ports.clock.today());
    return ids.map((id) => {
      const certificate = getCertificate(reader, id);
      if (certificate === null) throw new CodedError('NOT_FOUND', { what: 'certificate' });
      const { organizationId, office, paperRules, community, responsiblePerson } = paperDataOf(
        reader,
        certificate.organizationId,
        basics,
      );
      return {
        organizationId,
        office,
        paperRules,
        community,
        responsiblePersonName: responsiblePerson?.name ?? null,
        certificate,
      };
    });
  });
