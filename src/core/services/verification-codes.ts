import { createHash, sign } from 'node:crypto';
import type { Certificate } from '../../shared/domain/filing.ts';
import type { CertificateId, OrganizationId } from '../../shared/domain/ids.ts';
import { codeContent, codeText, type VerifiedStatement } from '../../shared/domain/verification-code.ts';
import { privateKeyOf } from '../crypto/ed25519.ts';
import type { SigningKey } from '../ledger/minisign.ts';
import type { OpenArchive } from '../open-archive.ts';
import { readFilingPapers } from './document-data.ts';
import type { FilingPaperData } from './filing-paper-data.ts';
import { officeKeys } from './ledger-keys.ts';

/** Tells a certificate from others of the same number without saying its id. */
export const certificateSerial = (id: CertificateId): Buffer =>
  createHash('sha256').update(id).digest().subarray(0, 4);

const statementOf = ({
  filingNumber,
  organizationName,
  issuedOn,
  validTo,
  kind,
  authorityName,
}: Certificate): VerifiedStatement => ({
  filingNumber,
  organizationName,
  issuedOn,
  validTo,
  kind,
  authorityName,
});

/** Makes the codes of certificates under a key of the office (docs/formats/verification-code.md). */
export const certificateSigner = ({ keyId, seed }: SigningKey): ((certificate: Certificate) => string) => {
  const secret = privateKeyOf(seed);
  return (certificate) => {
    const statement = statementOf(certificate);
    const content = codeContent({ keyId, serial: certificateSerial(certificate.id), statement });
    return codeText(content, sign(null, content, secret));
  };
};

/** What the face of a certificate prints. */
export interface CertificateFaceData extends FilingPaperData {
  /** The signed code; null where no certificate is in force, and there is nothing to vouch for. */
  readonly verification: string | null;
}

/** @throws CodedError NOT_FOUND where there is no such organization */
export const readCertificateFaces = async (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<CertificateFaceData[]> => {
  const signed = certificateSigner((await officeKeys(archive)).signing);
  const papers = await readFilingPapers(archive, ids);
  return papers.map((paper) => ({ ...paper, verification: paper.certificate && signed(paper.certificate) }));
};
