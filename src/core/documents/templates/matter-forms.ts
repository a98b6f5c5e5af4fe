import { copiesLabel } from '../../../shared/domain/chinese-number.ts';
import { copyDocument, copyHolder, type FilingKind } from '../../../shared/domain/filing.ts';
import { copyDocumentLabels } from '../../../shared/labels/filing.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';
import { categoryWords } from '../../services/fact-changes.ts';
import type { MatterPaperData } from '../../services/matter-paper-data.ts';
import { blankDate, printable } from '../blocks.ts';
import type { FormBox, FormRow } from '../form-page.ts';
import type { PaperDocument, SealPicture } from '../model.ts';
import {
  formDocument,
  formRow,
  label,
  labelMm,
  linesBox,
  noticeRows,
  opinionRow,
  signedBox,
  value,
  valueMm,
} from './form-parts.ts';
import { basisOf, dateOrBlank, dateOrNull } from './paper-words.ts';

const kindWords: Readonly<Record<FilingKind, string>> = {
  initial: '首次备案',
  change: '变更备案',
  dissolution: '注销',
};

const box = (ticked: boolean): string => (ticked ? '■' : '□');

/** What the committee looks at when it reviews: policy Art. 1 and 2(1), and the red lines of local rules (DOMAIN 2.3). */
const reviewedPoints: readonly string[] = [
  '发起人自愿发起，成员自愿加入',
  '章程写明坚持党的领导和开展党的建设',
  '兜底党组织已经确定',
  '活动地域、活动场所真实可行',
  '业务范围不含营利性经营活动',
  '不属于业主委员会、居（村）委会工作机构等不予备案的情形',
];

const materialLines = ({ matter }: MatterPaperData): string[] =>
  matter.materials.length === 0
    ? ['□', '□', '□']
    : matter.materials.map(({ name, present }) => `${box(present)} ${name}`);

const headRows = (data: MatterPaperData): FormRow[] => {
  const { facts, matter, responsiblePerson, filing, filingNumber } = data;
  return [
    formRow([label('组织名称', labelMm), value(facts.name, valueMm)], 11),
    formRow([
      label('事　　项', labelMm),
      value(kindWords[matter.kind], 54, 'center'),
      label('申请日期', 30),
      value(dateOrNull(filing?.appliedOn), 58, 'center'),
    ]),
    formRow([
      label('负 责 人', labelMm),
      value(responsiblePerson?.name, 54, 'center'),
      label('备 案 号', 30),
      value(filingNumber, 58, 'center'),
    ]),
  ];
};

/** 《居（村）委会初审意见表》: what was looked at, and what the committee says (policy Art. 2(1)). */
export const committeeOpinion = (data: MatterPaperData): PaperDocument => {
  const { facts, community, filing, office, paperRules } = data;
  const points = reviewedPoints.map((words, index): FormRow => {
    const cells: FormBox[] = [value(`${index + 1}. ${words}`, 106), value('□是　□否', 36, 'center')];
    return formRow(index === 0 ? [label('初审内容', labelMm, reviewedPoints.length), ...cells] : cells, 9);
  });
  return formDocument({
    kind: 'committee-opinion',
    title: '社区社会组织初审意见表',
    of: facts.name,
    author: committeeName(community),
    line: `填表日期：${dateOrBlank(filing?.committeeReview?.actedOn)}`,
    pages: [
      [
        ...headRows(data),
        formRow([label('类　　别', labelMm), value(categoryWords(facts.categories), valueMm)]),
        formRow([label('业务范围', labelMm), value(facts.businessScope, valueMm)], 16, 1),
        formRow([label('收到材料', labelMm), linesBox(materialLines(data), valueMm, '材料')], 24, 0.6),
        ...points,
        opinionRow('初审意见', filing?.committeeReview ?? null, committeeName(community), null),
      ],
    ],
    footnotes: [
      `依据：${basisOf(paperRules, '第二条第（一）项')}。初审结果为通过、退回补正或不予上报；本表随材料报${office.authorityName}。`,
    ],
  });
};

export const committeeOpinionMissing = ({ filing }: MatterPaperData): string[] => [
  ...(filing?.appliedOn ? [] : ['申请日期']),
  ...(filing?.committeeReview ? [] : ['初审意见']),
];

const changeLine = (item: string, before: string, after: string): FormRow =>
  formRow([value(item, labelMm, 'center'), value(before, 71), value(after, 71)], 10, 0.8);

const changeRows = ({ matter }: MatterPaperData): FormRow[] => [
  formRow([label('变更事项', labelMm), label('变更前', 71), label('变更后', 71)], 9, 0),
  ...matter.changes.map(({ item, before, after }) =>
    changeLine(item, before ?? '（原未填报）', after ?? '（不再填报）'),
  ),
  // Room to write in what the archive does not know of, on forms with few changes.
  ...Array.from({ length: Math.max(0, 3 - matter.changes.length) }, () => changeLine('', '', '')),
];

const votedWords = ({ matter }: MatterPaperData): string => {
  const { procedure, vote } = matter.grounds;
  const number = (count: number | null | undefined): string =>
    count === null || count === undefined ? '　　' : String(count);
  return [
    procedure ?? '',
    `${dateOrBlank(vote?.heldOn)}召开成员会议，应到${number(vote?.expected)}人，实到${number(vote?.present)}人；` +
      `同意${number(vote?.inFavour)}人，反对${number(vote?.against)}人，弃权${number(vote?.abstained)}人。`,
  ]
    .filter((words) => words !== '')
    .join('\n');
};

/** 《变更备案表》: each fact before and after, side by side; a change is a filing anew (policy Art. 2(4)). */
export const changeForm = (data: MatterPaperData, picture: SealPicture | null): PaperDocument => {
  const { facts, community, filing, office, matter, copies } = data;
  const agreed = filing?.streetReview?.agreed ? picture : null;
  return formDocument({
    kind: 'change-form',
    title: '社区社会组织变更备案表',
    of: facts.name,
    author: office.authorityName,
    line: `填表日期：${dateOrBlank(filing?.appliedOn)}`,
    picture: agreed,
    pages: [
      [
        ...headRows(data),
        ...changeRows(data),
        formRow([label('变更理由', labelMm), value(matter.grounds.reason, valueMm)], 18, 1),
        formRow(
          [label('内部履行\n程序', labelMm), linesBox(votedWords(data).split('\n'), valueMm, '内部履行程序')],
          18,
          0.6,
        ),
        formRow(
          [
            label('申请组织\n意见', labelMm),
            signedBox(
              '上述变更经本组织按照章程规定的程序通过，内容真实。现申请重新备案，并在领取新证时交回原备案证书。',
              [`负责人（签字）：　　　　　　　　　${dateOrBlank(filing?.appliedOn)}`],
            ),
          ],
          32,
          0.6,
        ),
      ],
      [
        opinionRow('居（村）委会\n初审意见', filing?.committeeReview ?? null, committeeName(community), null),
        opinionRow('街道审核意见', filing?.streetReview ?? null, office.authorityName, picture),
        ...noticeRows(filing?.notice ?? null),
        formRow([
          label('原证收回', labelMm),
          value('□已收回　□已声明遗失', 70, 'center'),
          label('收回人', 22),
          value(null, 50),
        ]),
        formRow([
          label('换发证书', labelMm),
          value('□已换发　□无需换发', 70, 'center'),
          label('发证日期', 22),
          value(null, 50),
        ]),
        formRow([label('备　　注', labelMm), value(null, valueMm)], 14, 0.8),
      ],
    ],
    footnotes: [
      `本表${copiesLabel(copies)}，由街道、居（村）委会和社区社会组织分别留存；变更前的备案表和章程继续留档。`,
    ],
  });
};

export const changeFormMissing = ({ filing, matter }: MatterPaperData): string[] => [
  ...(matter.changes.length === 0 ? ['变更事项'] : []),
  ...(matter.grounds.reason === null ? ['变更理由'] : []),
  ...(matter.grounds.vote === null ? ['内部履行程序'] : []),
  ...(filing?.committeeReview ? [] : ['居（村）委会初审意见']),
  ...(filing?.streetReview ? [] : ['街道审核意见']),
];

const holderName = (data: MatterPaperData, holder: (typeof copyHolder.options)[number]): string => {
  switch (holder) {
    case 'street':
      return data.office.authorityName;
    case 'committee':
      return committeeName(data.community);
    case 'organization':
      return data.facts.name;
  }
};

/** 《三方留存签收单》: who holds which stamped copy (policy Art. 2(3)). */
export const copiesReceipt = (data: MatterPaperData): PaperDocument => {
  const { facts, office, matter, filingNumber, filedOn, copies, paperRules } = data;
  const lines = copyDocument.options.flatMap((document) =>
    copyHolder.options.map((holder, index): FormRow => {
      const copy = matter.copies.find((each) => each.document === document && each.holder === holder);
      const cells: FormBox[] = [
        value(holderName(data, holder), 54),
        value(data.copies === copyHolder.options.length ? '1' : null, 12, 'center'),
        value(copy?.signer, 36, 'center'),
        value(dateOrNull(copy?.receivedOn), 40, 'center'),
      ];
      return formRow(
        index === 0
          ? [label(copyDocumentLabels[document].replace('社区社会组织', ''), labelMm, 3), ...cells]
          : cells,
        20,
        1,
      );
    }),
  );
  return formDocument({
    kind: 'copies-receipt',
    title: '章程、备案表留存签收单',
    of: facts.name,
    author: office.authorityName,
    line: `制单日期：${blankDate}`,
    pages: [
      [
        formRow([label('组织名称', labelMm), value(facts.name, valueMm)], 12),
        formRow(
          [
            label('备 案 号', labelMm),
            value(filingNumber, 54, 'center'),
            label('备案日期', 30),
            value(dateOrNull(filedOn), 58, 'center'),
          ],
          10,
        ),
        formRow(
          [
            label('文　　件', labelMm),
            label('留存单位', 54),
            label('份数', 12),
            label('签收人（签字）', 36),
            label('签收日期', 40),
          ],
          10,
          0,
        ),
        ...lines,
        formRow([label('备　　注', labelMm), value(null, valueMm)], 24, 1),
        formRow(
          [label('经 办 人', labelMm), signedBox('', [`经办人（签字）：　　　　　　　　　${blankDate}`])],
          20,
          0.4,
        ),
      ],
    ],
    footnotes: [
      `依据：${basisOf(paperRules, '第二条第（三）项')}。章程和备案表${copiesLabel(copies)}，经${printable(office.authorityName)}审核同意盖章后分别留存。`,
    ],
  });
};

export const copiesReceiptMissing = ({ matter }: MatterPaperData): string[] =>
  matter.copies.filter(({ receivedOn }) => receivedOn !== null).length >= 6 ? [] : ['签收人和签收日期'];

/** 《剩余资产和未了事项说明》: what is left when an organization ends (FEATURES F8). */
export const assetStatement = (data: MatterPaperData): PaperDocument => {
  const { facts, office, matter, filingNumber } = data;
  const asset = (words: string): FormRow =>
    formRow([value(words, labelMm, 'center'), value(null, 44), value(null, 30), value(null, 68)], 11, 0.6);
  return formDocument({
    kind: 'asset-statement',
    title: '剩余资产和未了事项说明',
    of: facts.name,
    author: office.authorityName,
    line: `填表日期：${blankDate}`,
    pages: [
      [
        formRow([label('组织名称', labelMm), value(facts.name, valueMm)], 11),
        formRow([
          label('备 案 号', labelMm),
          value(filingNumber, 54, 'center'),
          label('会议日期', 30),
          value(dateOrNull(matter.dissolutionVote?.occurredOn), 58, 'center'),
        ]),
        formRow([label('活动资金\n及来源', labelMm), value(facts.funds, valueMm)], 12),
        formRow(
          [label('资　　产', labelMm), label('内容', 44), label('数额或数量', 30), label('处理办法', 68)],
          9,
          0,
        ),
        asset('活动资金'),
        asset('物资设备'),
        asset('场　　所'),
        asset('其　　他'),
        formRow([label('未了事项', labelMm), label('内容', 74), label('承办人和办结期限', 68)], 9, 0),
        ...['1', '2', '3'].map((words) =>
          formRow([value(words, labelMm, 'center'), value(null, 74), value(null, 68)], 11, 0.6),
        ),
        formRow(
          [
            label('声　　明', labelMm),
            signedBox(
              '以上情况属实。剩余资产按照章程规定用于与本组织宗旨相关的公益活动，不在成员中分配；没有隐瞒债权、债务和其他未了事项。',
              [`负责人（签字）：　　　　　　　　　${blankDate}`],
            ),
          ],
          34,
          0.6,
        ),
        formRow(
          [
            label('居（村）委会\n意　　见', labelMm),
            signedBox('', [`（盖章）　　　　　　　　　${blankDate}`]),
          ],
          26,
          0.8,
        ),
      ],
    ],
  });
};
