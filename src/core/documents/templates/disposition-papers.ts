import type { ContentOf } from '../../../shared/domain/dossier-record.ts';
import type { RecordPaperData } from '../../services/record-papers.ts';
import { known, printable } from '../blocks.ts';
import type { Block, PaperDocument, SealPicture } from '../model.ts';
import { bodyText, fact, officialPaper, writingLines } from '../official-page.ts';
import { contactLine, dateOrNull, receiptLines } from './paper-words.ts';

type Disposition = RecordPaperData<'disposition'>;

const paragraphsOf = (words: string, emptyLines: number): Block[] => {
  const parts = printable(words)
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? [writingLines(emptyLines)] : parts.map((part) => bodyText(known('内容', part)));
};

export const rectificationMissing = ({ record: { content } }: Disposition): string[] => [
  ...(content.rectification === null ? ['整改期限'] : []),
  ...(content.documentNumber === null ? ['发文字号'] : []),
  ...(content.reason === '' ? ['存在的问题'] : []),
  ...(content.basis === null ? ['依据'] : []),
  ...(content.result === '' ? ['整改要求'] : []),
];

/** A picture of the street's seal belongs to the street's own papers alone. */
const ownPicture = ({ record, paper }: Disposition, picture: SealPicture | null): SealPicture | null =>
  record.content.authority === paper.office.authorityName ? picture : null;

/** 《责令整改通知书》 (policy Art. 2, 档案（五）). */
export const rectificationOrder = (data: Disposition, picture: SealPicture | null): PaperDocument => {
  const { record, paper } = data;
  const { content } = record;
  return officialPaper({
    kind: 'rectification-order',
    title: ['责令整改通知书'],
    subject: '责令整改通知书',
    number: content.documentNumber,
    redHead: paper.paperRules.redHead && content.authority === paper.office.authorityName,
    addressee: paper.facts.name,
    body: [
      bodyText('经查，你组织存在下列问题：'),
      ...paragraphsOf(content.reason, 3),
      bodyText('依据', fact('依据', content.basis, 14), '，现责令你组织按照下列要求整改：'),
      ...paragraphsOf(content.result, 3),
      bodyText(
        '请于',
        fact('整改期限', dateOrNull(content.rectification?.dueOn), 8),
        `前完成整改，并将整改情况书面报送${printable(content.authority)}。`,
      ),
      contactLine(paper.office),
    ],
    issuer: content.authority,
    date: dateOrNull(record.occurredOn),
    picture: ownPicture(data, picture),
    after: receiptLines(),
  });
};

const decisions: Readonly<Record<ContentOf<'disposition'>['type'], string>> = {
  praise: '给予表扬',
  talk: '进行约谈',
  rectify: '责令整改',
  warn: '给予警告',
  withhold: '不予支持',
  revoke: '撤销备案',
  other: '作出处理',
};

export const decisionMissing = ({ record: { content } }: Disposition): string[] => [
  ...(content.documentNumber === null ? ['发文字号'] : []),
  ...(content.reason === '' ? ['事由'] : []),
  ...(content.basis === null ? ['依据'] : []),
  ...(content.result === '' ? ['处理结果'] : []),
];

/** 《处理决定书》 of any authority (policy Art. 2, 档案（五）). */
export const dispositionDecision = (data: Disposition, picture: SealPicture | null): PaperDocument => {
  const { record, paper } = data;
  const { content } = record;
  const name = printable(paper.facts.name);
  const number = paper.filingNumber === null ? '' : `（备案号：${paper.filingNumber}）`;
  return officialPaper({
    kind: 'disposition-decision',
    variant: content.type,
    title: ['关于对', paper.facts.name, `${decisions[content.type]}的决定`],
    subject: '社区社会组织处理决定书',
    number: content.documentNumber,
    redHead: paper.paperRules.redHead && content.authority === paper.office.authorityName,
    addressee: paper.facts.name,
    body: [
      bodyText(`经查，${name}${number}有下列情况：`),
      ...paragraphsOf(content.reason, 4),
      bodyText('依据', fact('依据', content.basis, 14), `，决定对${name}${decisions[content.type]}：`),
      ...paragraphsOf(content.result, 4),
      bodyText('对本决定有不同意见的，可以向作出决定的机关书面说明。'),
    ],
    issuer: content.authority,
    date: dateOrNull(record.occurredOn),
    picture: ownPicture(data, picture),
    after: receiptLines(),
  });
};
