import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { readCertificatePapers, type CertificatePaperData } from '../../services/certificate-papers.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import {
  certificateReceipt,
  certificateReceiptMissing,
  lossStatement,
  lossStatementMissing,
} from '../templates/certificate-forms.ts';

const ofCertificate = {
  read: readCertificatePapers,
  whose: ({ organizationId, certificate }: CertificatePaperData) => ({
    organizationId,
    name: certificate.organizationName,
  }),
  coded: true,
  documentsPerJob: 250,
};

/** Papers made of one certificate. */
export const certificateTemplates: Readonly<Record<DocumentKindOn<'certificate'>, PaperTemplate>> = {
  'certificate-receipt': paperTemplate({
    ...ofCertificate,
    build: certificateReceipt,
    blank: certificateReceiptMissing,
  }),
  'loss-statement': paperTemplate({ ...ofCertificate, build: lossStatement, blank: lossStatementMissing }),
};
