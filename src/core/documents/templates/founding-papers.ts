import { chineseNumeral } from '../../../shared/domain/chinese-number.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';
import type { Founder } from '../../../shared/domain/organization.ts';
import { politicalStatusLabels, sexLabels } from '../../../shared/labels/person.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { blankDate, paragraph, printable } from '../blocks.ts';
import { listStyles, listTable, runningNumber, uprightList, type ListColumn } from '../list-page.ts';
import type { PaperDocument } from '../model.ts';
import { bodyText, fact, gapMm, numberedText, writingLines } from '../official-page.ts';
import { bare, plainPaper, signatureTable } from './applications.ts';
import { formDocument, formRow, label, labelMm, signedBox, value, valueMm } from './form-parts.ts';
import { basisOf, dateOrNull } from './paper-words.ts';

const founderColumns: readonly ListColumn<Founder>[] = [
  runningNumber(12),
  { label: '姓名（单位名称）', widthMm: 54, text: ({ name }) => name },
  { label: '类型', widthMm: 16, align: 'center', text: ({ kind }) => (kind === 'person' ? '个人' : '单位') },
  { label: '联系电话', widthMm: 34, align: 'center', text: ({ phone }) => phone },
  { label: '基本情况', widthMm: 30, text: ({ note }) => note },
  { label: '签字（盖章）', widthMm: 28, text: () => null },
];

/** 《发起人名单》: people and units who found the organization, each with a place to sign (policy Art. 2(1)). */
export const foundersList = ({ facts, community, office }: FilingPaperData): PaperDocument => {
  const name = printable(facts.name);
  const people = facts.founders.filter(({ kind }) => kind === 'person').length;
  return {
    kind: 'founders-list',
    title: `${name}发起人名单`,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', `${name}发起人名单`),
      paragraph(
        'facts',
        `所属社区（村）：${printable(community.name)}　　发起人${facts.founders.length === 0 ? '　　' : people}名，发起单位${facts.founders.length === 0 ? '　　' : facts.founders.length - people}个`,
      ),
      listTable(founderColumns, facts.founders, {
        blankRows: Math.max(2, 10 - facts.founders.length),
        rowMm: 13,
        list: '发起人',
      }),
      paragraph('note', '本表随备案申请一并提交，含个人联系方式，不得公开张贴。'),
      paragraph('facts', `填表日期：${blankDate}`, { align: 'end', keepWithNext: false }),
    ],
    properties: { subject: '社区社会组织发起人名单', author: office.authorityName, note: null },
  };
};

export const foundersMissing = ({ facts }: FilingPaperData): string[] =>
  facts.founders.length === 0 ? ['发起人'] : [];

/** 《负责人基本情况表》 (DOMAIN 3): what is known of the responsible person, the rest to be written by hand. */
export const personInCharge = (data: FilingPaperData): PaperDocument => {
  const { facts, community, responsiblePerson: person, paperRules, office } = data;
  const picture = '照片\n（二寸）';
  return formDocument({
    kind: 'person-in-charge',
    title: '社区社会组织负责人基本情况表',
    of: facts.name,
    author: office.authorityName,
    line: `填表日期：${blankDate}`,
    pages: [
      [
        formRow([label('组织名称', labelMm), value(facts.name, 107), label(picture, 35, 4)], 12),
        formRow(
          [
            label('姓　　名', labelMm),
            value(person?.name, 40, 'center'),
            label('性　　别', 27),
            value(person?.sex && sexLabels[person.sex], 40, 'center'),
          ],
          12,
        ),
        formRow(
          [
            label('出生年月', labelMm),
            value(person?.birthDate && dateOrNull(person.birthDate.slice(0, 7)), 40, 'center'),
            label('政治面貌', 27),
            value(person?.politicalStatus && politicalStatusLabels[person.politicalStatus], 40, 'center'),
          ],
          12,
        ),
        formRow(
          [
            label('联系电话', labelMm),
            value(person?.phone, 40, 'center'),
            label('文化程度', 27),
            value(null, 40),
          ],
          12,
        ),
        formRow([label('身份证件号码', labelMm), value(null, valueMm)], 11),
        formRow([label('住　　址', labelMm), value(null, valueMm)], 11),
        formRow(
          [
            label('工作单位', labelMm),
            value(null, 74),
            label('拟任职务', 27),
            value(person === null ? null : '负责人', 41, 'center'),
          ],
          11,
        ),
        formRow([label('在其他组织\n任职情况', labelMm), value(null, valueMm)], 18, 0.8),
        formRow([label('主要经历', labelMm), value(null, valueMm)], 40, 2),
        formRow(
          [
            label('本人承诺', labelMm),
            signedBox(
              '本人具有完全民事行为能力，未被依法剥夺政治权利，自愿担任本组织负责人。本人承诺坚持党的领导，遵守法律法规，依照章程开展活动，以上所填内容真实。',
              [`本人（签字）：　　　　　　　　　${blankDate}`],
            ),
          ],
          40,
          0.6,
        ),
        formRow(
          [
            label('居（村）委会\n意　　见', labelMm),
            signedBox('', [`${committeeName(community)}（盖章）`, blankDate]),
          ],
          36,
          1,
        ),
      ],
    ],
    footnotes: [`鼓励社区党员担任社区社会组织负责人（${basisOf(paperRules, '第一条')}）。`],
  });
};

export const personInChargeMissing = ({ responsiblePerson: person }: FilingPaperData): string[] =>
  person === null
    ? ['负责人']
    : [
        ...(person.sex === null ? ['性别'] : []),
        ...(person.birthDate === null ? ['出生年月'] : []),
        ...(person.politicalStatus === null ? ['政治面貌'] : []),
        ...(person.phone === null ? ['联系电话'] : []),
      ];

export const minutesMissing = ({ facts, responsiblePerson }: FilingPaperData): string[] => {
  const vote = facts.foundingVote;
  return [
    ...(vote?.heldOn ? [] : ['会议日期']),
    ...(vote?.place ? [] : ['会议地点']),
    ...([vote?.expected, vote?.present, vote?.inFavour].every((count) => typeof count === 'number')
      ? []
      : ['表决结果']),
    ...(responsiblePerson === null ? ['负责人'] : []),
  ];
};

/** 《成立会议纪要》: the meeting that adopts the charter and chooses who answers for the organization. */
export const foundingMinutes = (data: FilingPaperData): PaperDocument => {
  const { facts, community, responsiblePerson } = data;
  const vote = facts.foundingVote;
  const name = printable(facts.name);
  const resolutions = [
    ['审议通过', `《${name}章程》`],
    ['推选', responsiblePerson === null ? null : printable(responsiblePerson.name), '为负责人'],
    ['确定由', facts.fallbackParty === null ? null : printable(facts.fallbackParty.name), '兜底管理'],
  ] as const;
  return plainPaper({
    kind: 'founding-minutes',
    title: [facts.name, '成立会议纪要'],
    subject: '社区社会组织成立会议纪要',
    compact: true,
    author: name,
    blocks: [
      bodyText('会议时间：', fact('会议日期', dateOrNull(vote?.heldOn), 10)),
      bodyText('会议地点：', fact('会议地点', vote?.place, 12)),
      bodyText('主 持 人：', fact('主持人', null, 6), '　　记录人：', fact('记录人', null, 6)),
      bodyText(
        '到会情况：应到',
        fact('应到', vote?.expected, 3),
        '人，实到',
        fact('实到', vote?.present, 3),
        `人；${printable(committeeName(community))}派员指导。`,
      ),
      bodyText('会议议程：讨论并表决章程；推选负责人；通报党建工作安排。'),
      bodyText('会议决议：'),
      ...resolutions.map(([before, what, after], index) =>
        numberedText(index, before, fact(before, what, 8), `${after ?? ''}。`),
      ),
      bodyText(
        '表决结果：同意',
        fact('同意', vote?.inFavour, 3),
        '人，反对',
        fact('反对', vote?.against, 3),
        '人，弃权',
        fact('弃权', vote?.abstained, 3),
        '人。',
      ),
      bodyText('参会人员签名：'),
      writingLines(4),
      signatureTable(
        [
          ['主持人（签字）：', '', '　　　　年　　月　　日'],
          ['记录人（签字）：', '', '　　　　年　　月　　日'],
        ],
        36,
      ),
    ],
  });
};

const promises: readonly string[] = [
  '坚持中国共产党的领导，在街道党（工）委统一领导和兜底党组织管理下开展活动，把党的领导和党的建设写入章程。',
  '遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，遵守社会道德风尚。',
  '不从事营利性经营活动，不设立分支机构，不超出备案的活动地域开展活动；未经登记不提供有偿服务。',
  '不危害国家统一、安全和民族团结，不损害国家利益、社会公共利益和他人合法权益。',
  '定期向“两委”报告工作，接受满意度测评，依规公开信息，接受监督。',
  '备案事项发生变更的，及时重新备案；终止活动的，依法办理注销并交回备案证书。',
  '所提交的材料真实、准确；采集成员个人信息时履行告知义务，妥善保管，不挪作他用。',
];

/** 《承诺书》: the red lines that local rules draw (DOMAIN 2.3), promised by name. */
export const undertaking = ({ facts, office }: FilingPaperData): PaperDocument =>
  plainPaper({
    kind: 'undertaking',
    title: ['社区社会组织', '承诺书'],
    subject: '社区社会组织承诺书',
    compact: true,
    author: printable(facts.name),
    blocks: [
      paragraph('addressee', `${printable(office.authorityName)}：`),
      bodyText(`我们自愿发起成立${printable(facts.name)}，郑重承诺：`),
      ...promises.map((words, index) => numberedText(index, words)),
      bodyText('如有违反，愿意接受处理。'),
      signatureTable(
        [
          ['发起人（签字）：', '', '　　　　年　　月　　日'],
          ['负责人（签字）：', '', '　　　　年　　月　　日'],
        ],
        38,
      ),
    ],
  });

export const premisesMissing = ({ facts }: FilingPaperData): string[] => [
  ...(facts.premises ? [] : ['活动场所']),
  ...(facts.premisesAreaSquareMetres === null ? ['面积'] : []),
  ...(facts.premisesSource ? [] : ['场所来源']),
];

/** 《场所使用证明》: whoever has the place lets the organization use it. */
export const premisesProof = ({ facts, office, community }: FilingPaperData): PaperDocument =>
  plainPaper({
    kind: 'premises-proof',
    title: ['活动场所使用证明'],
    subject: '活动场所使用证明',
    author: printable(facts.name),
    blocks: [
      paragraph('addressee', `${printable(office.authorityName)}：`),
      bodyText(
        '兹同意',
        fact('组织名称', printable(facts.name)),
        '使用位于',
        fact('活动场所', bare(facts.premises), 14),
        '的场所开展活动，使用面积',
        fact('面积', facts.premisesAreaSquareMetres, 4),
        '平方米。',
      ),
      bodyText('场所来源：', fact('场所来源', bare(facts.premisesSource), 10), '。'),
      bodyText('使用方式：□无偿使用　　□与其他组织共用　　□租用'),
      paragraph('body', '使用期限：自　　　年　　月　日起至　　　年　　月　日止。', {
        align: 'start',
      }),
      bodyText('该场所权属清楚，符合安全要求。场所发生变化的，由本单位（本人）及时告知。'),
      gapMm(4),
      signatureTable(
        [['场所提供单位（盖章）', '或者提供人（签字）：', '', '联系电话：', '　　　　年　　月　　日']],
        60,
      ),
      paragraph('small', ''),
      paragraph('small', `核实意见：　　　　　　　　　　${printable(committeeName(community))}（盖章）`),
    ],
  });

const consentItems: readonly string[] = [
  '处理者：本组织，以及依照职责管理本组织备案和档案的街道办事处、居（村）委会、枢纽型社会组织。',
  '处理目的：成员管理、备案、归档、统计报送和活动组织，不用于其他目的。',
  '处理的信息：姓名、性别、出生年月、政治面貌、职务、联系电话、加入日期；确有需要的，经单独同意采集身份证件号码。',
  '保存：存入加密的档案库，保存期限按照档案管理规定执行；公开张贴的名单不含证件号码、电话、住址。',
  '您的权利：可以查询、更正自己的信息，可以撤回同意；撤回同意不影响撤回前已经进行的处理。',
  '不满十四周岁的，应当由父母或者其他监护人同意。',
];

/** 《个人信息告知同意书》 (PIPL Art. 17, 29, 31): one sheet for each member, with a separate consent for sensitive data. */
export const consentForm = ({ facts, office }: FilingPaperData): PaperDocument =>
  plainPaper({
    kind: 'consent-form',
    title: ['个人信息处理', '告知同意书'],
    subject: '个人信息处理告知同意书',
    compact: true,
    author: printable(facts.name),
    blocks: [
      bodyText(`${printable(facts.name)}依照《中华人民共和国个人信息保护法》，向您告知下列事项：`),
      ...consentItems.map((words, index) => bodyText(`${chineseNumeral(index + 1)}、${words}`)),
      bodyText(`联系方式：${printable(office.hubName)}　${printable(office.contactPhone ?? '')}`),
      bodyText('□ 本人已知悉以上内容，同意处理本人的个人信息。'),
      bodyText('□ 本人单独同意采集身份证件号码。'),
      signatureTable(
        [
          ['本人（签字）：', '', '　　　　年　　月　　日'],
          ['监护人（签字）：', '与本人关系：', '　　　　年　　月　　日'],
        ],
        36,
      ),
    ],
  });
