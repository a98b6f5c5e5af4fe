import type { ContentOf } from '../../../shared/domain/dossier-record.ts';
import type { RecordPaperData } from '../../services/record-papers.ts';
import { blankDate } from '../blocks.ts';
import type { PaperDocument } from '../model.ts';
import { formDocument, formRow, label, labelMm, linesBox, signedBox, value, valueMm } from './form-parts.ts';
import { dateOrBlank, dateOrNull } from './paper-words.ts';

type Disclosure = RecordPaperData<'disclosure'>;

const subjectWords: Readonly<Record<ContentOf<'disclosure'>['subject'], string>> = {
  filing: '备案情况',
  change: '变更备案',
  dissolution: '注销',
  finance: '财务收支',
  activity: '活动开展',
  annual: '年度工作',
  survey: '测评结果',
  other: '其他',
};

const subjectLine = (chosen: ContentOf<'disclosure'>['subject']): string =>
  Object.entries(subjectWords)
    .map(([code, words]) => `${code === chosen ? '■' : '□'}${words}`)
    .join('　');

const objectionLines = ({ objections }: ContentOf<'disclosure'>): string[] =>
  objections.length === 0
    ? ['□无异议　　□有异议（另附记录）']
    : objections.flatMap(({ receivedOn, body, answer, answeredOn }, index) => [
        `${index + 1}. ${dateOrBlank(receivedOn)}收到异议：${body}`,
        `　 答复：${answer ?? ''}${answeredOn === null ? '' : `（${dateOrBlank(answeredOn)}）`}`,
      ]);

export const disclosureMissing = ({ record: { content } }: Disclosure): string[] => [
  ...(content.body === '' ? ['公开内容'] : []),
  ...(content.place === null ? ['公开地点'] : []),
  ...(content.endsOn === null ? ['截止日期'] : []),
  ...(content.responsible === null ? ['责任人'] : []),
];

/** 《信息公开登记表》: what was made known, where, from when to when, with room for a photo (policy Art. 2, 档案（四）). */
export const disclosureSheet = ({ record, paper }: Disclosure): PaperDocument => {
  const { content } = record;
  return formDocument({
    kind: 'disclosure-sheet',
    title: '社区社会组织信息公开登记表',
    of: paper.facts.name,
    author: paper.office.authorityName,
    line: `登记日期：${blankDate}`,
    pages: [
      [
        formRow([label('组织名称', labelMm), value(paper.facts.name, valueMm)], 11),
        formRow([
          label('备 案 号', labelMm),
          value(paper.filingNumber, 54, 'center'),
          label('所属社区', 30),
          value(paper.community.name, 58, 'center'),
        ]),
        formRow([label('公开事项', labelMm), value(subjectLine(content.subject), valueMm)], 14),
        formRow([label('标　　题', labelMm), value(record.title, valueMm)], 10),
        formRow([label('公开内容', labelMm), value(content.body, valueMm)], 40, 2),
        formRow([
          label('公开方式', labelMm),
          value(content.means, 54, 'center'),
          label('公开地点', 30),
          value(content.place, 58),
        ]),
        formRow([
          label('起止日期', labelMm),
          value(
            `${dateOrBlank(record.occurredOn)}至${content.endsOn === null ? blankDate : (dateOrNull(content.endsOn) ?? '')}`,
            valueMm,
            'center',
          ),
        ]),
        formRow([label('异议与答复', labelMm), linesBox(objectionLines(content))], 20, 0.8),
        formRow([label('现场照片\n粘贴处', labelMm), value(null, valueMm)], 46, 2.4),
        formRow(
          [
            label('责 任 人', labelMm),
            signedBox('', [`责任人（签字）：${content.responsible ?? ''}　　　　　　${blankDate}`]),
          ],
          18,
          0.4,
        ),
      ],
    ],
    footnotes: ['公开内容不得含有证件号码、电话、住址等个人信息。'],
  });
};
