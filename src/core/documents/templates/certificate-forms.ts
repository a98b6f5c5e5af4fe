import type { CertificatePaperData } from '../../services/certificate-papers.ts';
import { blankDate, known, paragraph, printable } from '../blocks.ts';
import type { FormRow } from '../form-page.ts';
import type { PaperDocument } from '../model.ts';
import { bodyText, fact } from '../official-page.ts';
import { plainPaper, signatureTable } from './applications.ts';
import { formDocument, formRow, label, labelMm, signedBox, value, valueMm } from './form-parts.ts';
import { basisOf, dateOrBlank, dateOrNull } from './paper-words.ts';

const pair = (left: readonly [string, string | null], right: readonly [string, string | null]): FormRow =>
  formRow(
    [
      label(left[0], labelMm),
      value(left[1], 57, 'center'),
      label(right[0], labelMm),
      value(right[1], 57, 'center'),
    ],
    11,
  );

/** 《备案证书存根和领证签收单》: the stub stays with the street, the receipt names who took the certificate (FEATURES A9). */
export const certificateReceipt = (data: CertificatePaperData): PaperDocument => {
  const { certificate, office, paperRules } = data;
  const { collectedBy, collectorPhone, collectedOn, recoveredBy, recoveredOn } = certificate;
  return formDocument({
    kind: 'certificate-receipt',
    title: '备案证书存根与签收单',
    of: certificate.organizationName,
    author: office.authorityName,
    line: `备案号：${certificate.filingNumber}`,
    pages: [
      [
        formRow([label('组织名称', labelMm), value(certificate.organizationName, valueMm)], 13),
        pair(['负 责 人', certificate.responsiblePersonName], ['类　　别', certificate.category]),
        formRow([label('活动场所', labelMm), value(certificate.premises, valueMm)], 11),
        formRow([label('活动地域', labelMm), value(certificate.activityArea, valueMm)], 11),
        formRow([label('业务范围', labelMm), value(certificate.businessScope, valueMm)], 20, 1.2),
        pair(['发证原因', certificate.issueReason], ['发 证 人', certificate.issuedBy]),
        pair(
          ['发证日期', dateOrNull(certificate.issuedOn)],
          ['有效期至', certificate.validTo === null ? '长期' : dateOrNull(certificate.validTo)],
        ),
        pair(['领 证 人', collectedBy], ['联系电话', collectorPhone]),
        formRow(
          [
            label('领证签收', labelMm),
            signedBox(
              `今收到《社区社会组织备案证书》一份（备案号：${certificate.filingNumber}），证书所载事项已经核对无误。`,
              [`领证人（签字）：　　　　　　　　　${dateOrBlank(collectedOn)}`],
            ),
          ],
          36,
          0.6,
        ),
        pair(['收 缴 人', recoveredBy], ['收缴日期', dateOrNull(recoveredOn)]),
        formRow([label('备　　注', labelMm), value(null, valueMm)], 18, 1),
      ],
    ],
    footnotes: [
      `依据：${basisOf(paperRules, '第二条第（二）项')}。备案事项变更或者终止活动的，应当交回备案证书；遗失的，应当声明并申请补发。`,
    ],
  });
};

export const certificateReceiptMissing = ({ certificate }: CertificatePaperData): string[] => [
  ...(certificate.collectedBy === null ? ['领证人'] : []),
  ...(certificate.collectedOn === null ? ['领证日期'] : []),
];

/** 《备案证书遗失声明》 (FEATURES A14, F4). */
export const lossStatement = (data: CertificatePaperData): PaperDocument => {
  const { certificate } = data;
  const { lossStatement: lost } = certificate;
  const name = printable(certificate.organizationName);
  return plainPaper({
    kind: 'loss-statement',
    title: ['备案证书遗失声明'],
    subject: '备案证书遗失声明',
    author: name,
    blocks: [
      bodyText(
        `${name}遗失由${printable(certificate.authorityName)}于${dateOrBlank(certificate.issuedOn)}颁发的《社区社会组织备案证书》`,
        `（备案号：${certificate.filingNumber}）一份，现声明作废。`,
      ),
      bodyText('遗失经过：', fact('遗失经过', null, 19), '。'),
      bodyText(
        '本组织承诺：以上情况属实；声明后找回原证书的，立即交回，不再使用。因原证书被他人使用引起的问题，由本组织负责处理。',
      ),
      bodyText(
        '声明方式和地点：',
        fact('声明方式和地点', lost?.place ?? null, 16),
        '；声明日期：',
        known('声明日期', dateOrBlank(lost?.publishedOn ?? null)),
        '。',
      ),
      signatureTable([[name, '负责人（签字）：', '', blankDate.trimStart()]], 50),
      paragraph('small', ''),
      paragraph('small', '收到人（签字）：　　　　　　　　收到日期：　　　年　　月　　日'),
    ],
  });
};

/** What is said of a loss that nobody has published yet is written by hand. */
export const lossStatementMissing = ({
  certificate: { lossStatement: lost },
}: CertificatePaperData): string[] => (lost === null ? ['声明方式和地点', '声明日期'] : []);
