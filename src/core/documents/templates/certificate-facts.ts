import { chineseDate, chineseDateRange } from '../../../shared/domain/chinese-date.ts';
import type { Categories } from '../../../shared/domain/organization.ts';
import type { PartialDate } from '../../../shared/domain/dates.ts';
import type { CertificateKind } from '../../../shared/domain/filing.ts';
import {
  domainCategoryLabels,
  fourClassLabels,
  natureLabels,
  sixClassLabels,
} from '../../../shared/labels/organization.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';

/** What a certificate says (DOMAIN 3, 备案证书). Empty facts print as an empty line. */
export interface CertificateFacts {
  readonly filingNumber: string | null;
  readonly name: string;
  readonly responsiblePerson: string | null;
  readonly category: string | null;
  readonly premises: string | null;
  readonly activityArea: string | null;
  readonly businessScope: string | null;
  readonly validity: string | null;
  readonly authority: string;
  readonly issuedOn: string | null;
  /** Why it stands for an earlier one; null for a first issue. */
  readonly reissue: Exclude<CertificateKind, 'original'> | null;
}

/** The first category that an organization has, in the order four-class, domain, six-class, nature. */
export const categoryLabel = (categories: Categories): string | null => {
  const { domain, nature } = categories;
  const fourClass = categories['four-class'];
  const sixClass = categories['six-class'];
  if (fourClass) return fourClassLabels[fourClass];
  if (domain) return domainCategoryLabels[domain];
  if (sixClass) return sixClassLabels[sixClass];
  return nature && natureLabels[nature];
};

const validity = (from: PartialDate, to: PartialDate | null): string | null =>
  to === null ? null : from.length === 10 ? chineseDateRange(from, to) : `至${chineseDate(to)}`;

/** Facts frozen at issue where a certificate was issued, so that a reprint says the same; otherwise as filed. */
export const certificateFacts = (data: FilingPaperData): CertificateFacts => {
  const { certificate, facts } = data;
  if (certificate) {
    return {
      filingNumber: certificate.filingNumber,
      name: certificate.organizationName,
      responsiblePerson: certificate.responsiblePersonName,
      category: certificate.category,
      premises: certificate.premises,
      activityArea: certificate.activityArea,
      businessScope: certificate.businessScope,
      validity: validity(certificate.issuedOn, certificate.validTo),
      authority: certificate.authorityName,
      issuedOn: chineseDate(certificate.issuedOn),
      reissue: certificate.kind === 'original' ? null : certificate.kind,
    };
  }
  return {
    filingNumber: data.filingNumber,
    name: facts.name,
    responsiblePerson: data.responsiblePerson?.name ?? null,
    category: categoryLabel(facts.categories),
    premises: facts.premises,
    activityArea: facts.activityArea,
    businessScope: facts.businessScope,
    validity: null,
    authority: data.office.authorityName,
    issuedOn: data.filedOn && chineseDate(data.filedOn),
    reissue: null,
  };
};
