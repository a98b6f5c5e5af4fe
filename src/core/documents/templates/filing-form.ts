import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { copiesLabel } from '../../../shared/domain/chinese-number.ts';
import type { FilingKind } from '../../../shared/domain/filing.ts';
import type { Founder } from '../../../shared/domain/organization.ts';
import {
  domainCategoryLabels,
  fourClassLabels,
  natureLabels,
  sixClassLabels,
} from '../../../shared/labels/organization.ts';
import { politicalStatusLabels, sexLabels } from '../../../shared/labels/person.ts';
import { sealNote } from '../official-page.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { blankDate, paragraph, printable } from '../blocks.ts';
import { boxHeightMm, formPage, type FormBox, type FormRow } from '../form-page.ts';
import type { PaperDocument, SealPicture } from '../model.ts';
import {
  firstFormMm,
  formHeightMm,
  formPaper,
  formRow,
  formStyles,
  label,
  labelMm,
  noticeRows,
  opinionRow,
  textBlock,
  value,
  valueMm,
} from './form-parts.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';

const filingKindWords: Readonly<Record<FilingKind, string>> = {
  initial: '首次备案',
  change: '变更备案',
  dissolution: '终止',
};
const ticked = (kind: FilingKind | null): string =>
  Object.entries(filingKindWords)
    .map(([code, words]) => `${code === kind ? '■' : '□'}${words}`)
    .join('　');

const categoriesText = ({ facts: { categories } }: FilingPaperData): string => {
  const fourClass = categories['four-class'];
  const sixClass = categories['six-class'];
  return [
    fourClass && fourClassLabels[fourClass],
    categories.domain && domainCategoryLabels[categories.domain],
    sixClass && sixClassLabels[sixClass],
    categories.nature && natureLabels[categories.nature],
  ]
    .filter(Boolean)
    .join('；');
};

const organizationRows = (data: FilingPaperData): FormRow[] => {
  const { facts } = data;
  const area = facts.premisesAreaSquareMetres;
  return [
    formRow(
      [label('组织名称', labelMm), value(facts.name, 84), label('简称', 16), value(facts.shortName, 42)],
      10,
    ),
    formRow([
      label('备案类型', labelMm),
      value(ticked(data.filing?.kind ?? null), 78),
      label('类别', 16),
      value(categoriesText(data), 48),
    ]),
    formRow([label('活动地域', labelMm), value(facts.activityArea, valueMm)]),
    formRow([
      label('活动场所', labelMm),
      value(facts.premises, 53),
      label('场所来源', 21),
      value(facts.premisesSource, 26),
      label('面积', 14),
      value(area === null ? null : `${area}平方米`, 28, 'center'),
    ]),
    formRow([label('宗　　旨', labelMm), value(facts.purpose, valueMm)], 12, 1.5),
    formRow([label('业务范围', labelMm), value(facts.businessScope, valueMm)], 14, 2),
    formRow([label('活动资金\n及来源', labelMm), value(facts.funds, valueMm)], 11),
    formRow([
      label('成员人数', labelMm),
      value(data.memberCount ?? facts.declaredMemberCount, 54, 'center'),
      label('其中党员人数', 30),
      value(data.partyMemberCount, 58, 'center'),
    ]),
    formRow([
      label('成立日期', labelMm),
      value(facts.foundedOn && chineseDate(facts.foundedOn), 54, 'center'),
      label('章程通过日期', 30),
      value(facts.charterAdoptedOn && chineseDate(facts.charterAdoptedOn), 58, 'center'),
    ]),
  ];
};

const peopleRows = ({ facts, responsiblePerson: person }: FilingPaperData): FormRow[] => [
  formRow([
    label('负 责 人', labelMm, 2),
    label('姓名', 21),
    value(person?.name, 35, 'center'),
    label('性别', 14),
    value(person?.sex && sexLabels[person.sex], 20, 'center'),
    label('出生年月', 22),
    value(person?.birthDate && chineseDate(person.birthDate.slice(0, 7)), 30, 'center'),
  ]),
  formRow([
    label('政治面貌', 21),
    value(person?.politicalStatus && politicalStatusLabels[person.politicalStatus], 49, 'center'),
    label('联系电话', 22),
    value(person?.phone, 50, 'center'),
  ]),
  formRow([
    label('联 系 人', labelMm),
    value(facts.contactName, 70, 'center'),
    label('联系电话', 22),
    value(facts.contactPhone, 50, 'center'),
  ]),
  formRow([
    label('兜底党组织', labelMm),
    value(facts.fallbackParty?.name, 76),
    label('党建指导员', 26),
    value(facts.partyAdviser, 40, 'center'),
  ]),
];

const founderColumns = [42, 16, 42, 42] as const;
const founderKinds: Readonly<Record<Founder['kind'], string>> = { person: '个人', unit: '单位' };

/** A line for each founder while they are few, with room to add one by hand; a list where they are many. */
const founderRows = (founders: readonly Founder[]): FormRow[] => {
  const [nameMm, kindMm, phoneMm, noteMm] = founderColumns;
  if (founders.length > 6) {
    const list = founders
      .map(({ name, phone }) => (phone === null ? name : `${name}（${phone}）`))
      .join('、');
    return [
      formRow([label('发起人或\n发起单位', labelMm), value(`共${founders.length}个：${list}`, valueMm)], 14),
    ];
  }
  const lines = [...founders, ...Array.from({ length: Math.max(0, 3 - founders.length) }, () => null)];
  return [
    formRow(
      [
        label('发起人或\n发起单位', labelMm, lines.length + 1),
        label('姓名（单位名称）', nameMm),
        label('类型', kindMm),
        label('联系电话', phoneMm),
        label('备注', noteMm),
      ],
      7,
    ),
    ...lines.map((founder) =>
      formRow(
        [
          value(founder?.name, nameMm, 'center'),
          value(founder && founderKinds[founder.kind], kindMm, 'center'),
          value(founder?.phone, phoneMm, 'center'),
          value(founder?.note, noteMm),
        ],
        7,
      ),
    ),
  ];
};

const meetingRows = ({ facts: { foundingVote: vote } }: FilingPaperData): FormRow[] => {
  const counted = (words: string, count: number | null | undefined, width = 16): FormBox[] => [
    label(words, 12),
    value(count === null || count === undefined ? null : `${count}人`, width, 'center'),
  ];
  return [
    formRow([
      label('成立会议', labelMm, 2),
      label('日期', 14),
      value(vote?.heldOn && chineseDate(vote.heldOn), 42, 'center'),
      label('地点', 14),
      value(vote?.place, 72),
    ]),
    formRow([
      ...counted('应到', vote?.expected),
      ...counted('实到', vote?.present),
      ...counted('同意', vote?.inFavour),
      ...counted('反对', vote?.against),
      ...counted('弃权', vote?.abstained, 18),
    ]),
  ];
};

const pledge =
  '我们自愿发起成立本组织，所填内容和所附材料真实、准确。本组织坚持中国共产党的领导，遵守宪法、法律、法规和国家政策，' +
  '践行社会主义核心价值观，遵守社会道德风尚；不从事营利性经营活动，不设立分支机构，不超出备案的活动地域开展活动，' +
  '不损害国家利益、社会公共利益和他人合法权益。';

const pledgeRow = (data: FilingPaperData): FormRow => {
  const appliedOn = data.filing?.appliedOn;
  const signature = `负责人（签字）：　　　　　　　　　${appliedOn ? chineseDate(appliedOn) : blankDate}`;
  return formRow(
    [
      label('承　　诺', labelMm),
      {
        kind: 'blocks',
        widthMm: valueMm,
        build: (sizePt) => ({
          blocks: [
            textBlock(pledge, sizePt),
            textBlock('', sizePt, 'end'),
            textBlock(signature, sizePt, 'end'),
          ],
          heightMm: boxHeightMm(`　　${pledge}\n \n${signature}`, valueMm, sizePt),
        }),
      },
    ],
    36,
    0.6,
  );
};

/** 备注: what was remarked, then the office's own fields that it wants printed. */
const remarksOf = ({ facts, remarkFields }: FilingPaperData): string | null =>
  [facts.remark, ...remarkFields.map(({ name, value: words }) => `${name}：${words}`)]
    .filter((words) => words !== null && words !== '')
    .join('；') || null;

const decisionRows = (data: FilingPaperData): FormRow[] => [
  formRow(
    [
      label('备 案 号', labelMm),
      value(data.filingNumber, 70, 'center'),
      label('备案日期', 22),
      value(data.filedOn && chineseDate(data.filedOn), 50, 'center'),
    ],
    9,
  ),
  formRow([label('备　　注', labelMm), value(remarksOf(data), valueMm)], 12, 0.8),
];

/** Facts that the form would leave blank, by name. */
export const filingFormMissing = ({ facts, responsiblePerson, filing }: FilingPaperData): string[] => {
  const required: readonly (readonly [string, unknown])[] = [
    ['活动地域', facts.activityArea],
    ['活动场所', facts.premises],
    ['业务范围', facts.businessScope],
    ['宗旨', facts.purpose],
    ['活动资金及来源', facts.funds],
    ['负责人', responsiblePerson],
    ['兜底党组织', facts.fallbackParty],
    ['发起人', facts.founders[0]],
    ['成立会议', facts.foundingVote],
    ['居（村）委会初审意见', filing?.committeeReview],
    ['街道审核意见', filing?.streetReview],
  ];
  return required
    .filter(([, fact]) => fact === null || fact === undefined || fact === '')
    .map(([name]) => name);
};

/** 《社区社会组织备案表》: two upright pages, one table each, whatever the length of its facts (DOMAIN 3). */
export const filingForm = (data: FilingPaperData, picture: SealPicture | null): PaperDocument => {
  const applied = data.filing?.appliedOn;
  const first = [
    ...organizationRows(data),
    ...peopleRows(data),
    ...founderRows(data.facts.founders),
    ...meetingRows(data),
  ];
  const second = [
    pledgeRow(data),
    opinionRow(
      '居（村）委会\n初审意见',
      data.filing?.committeeReview ?? null,
      committeeName(data.community),
      null,
    ),
    opinionRow('街道审核意见', data.filing?.streetReview ?? null, data.office.authorityName, picture),
    ...noticeRows(data.filing?.notice ?? null),
    ...decisionRows(data),
  ];
  const street = data.filing?.streetReview;
  return {
    kind: 'filing-form',
    title: `社区社会组织备案表 ${printable(data.facts.name)}`,
    page: formPaper,
    styles: formStyles,
    decoration: [],
    blocks: [
      paragraph('title', '社区社会组织备案表'),
      paragraph('number', `填表日期：${applied ? chineseDate(applied) : blankDate}`),
      formPage(first, firstFormMm),
      { kind: 'page-break' },
      formPage(second, formHeightMm - 6),
      paragraph('footnote', `本表${copiesLabel(data.copies)}，由街道、居（村）委会和社区社会组织分别留存。`),
    ],
    properties: {
      subject: '社区社会组织备案表',
      author: data.office.authorityName,
      note: picture && street?.agreed ? sealNote : null,
    },
  };
};
