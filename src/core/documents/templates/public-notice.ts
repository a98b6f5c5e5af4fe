import { chineseDate, chineseDateRange } from '../../../shared/domain/chinese-date.ts';
import type { PublicNoticeData } from '../../services/public-notice-data.ts';
import { blankDate, cell, known, paragraph, printable, row, text } from '../blocks.ts';
import type { Block, Inline, PaperDocument, SealPicture, Table } from '../model.ts';
import { bodyText, factsTable, gapMm, officialPaper } from '../official-page.ts';
import { basisOf, ourselves } from './paper-words.ts';

const organizationFacts = ({ organization }: PublicNoticeData): Table =>
  factsTable([
    ['组织名称', organization.name],
    ['所属社区（村）', organization.communityName],
    ['类　　别', organization.category],
    ['负 责 人', organization.responsiblePerson],
    ['活动地域', organization.activityArea],
    ['业务范围', organization.businessScope],
  ]);

/** Before and after, side by side; a change of nothing public leaves a line to write on. */
const changeTable = ({ changes }: PublicNoticeData): Table => {
  const lines = changes.length === 0 ? [{ item: '', before: null, after: null }] : changes;
  const head = ['变更事项', '变更前', '变更后'].map((words) => cell([paragraph('label', words)]));
  return {
    kind: 'table',
    columnsMm: [34, 61, 61],
    line: { widthPt: 0.75, colour: '000000' },
    paddingMm: { top: 1, right: 2, bottom: 1, left: 2 },
    rows: [
      row(9.5, head, { header: true }),
      ...lines.map(({ item, before, after }) =>
        row(10, [
          cell([paragraph('label', item)]),
          cell([paragraph('cell', before ?? '')]),
          cell([paragraph('cell', after ?? '')]),
        ]),
      ),
    ],
  };
};

const periodWords = ({ notice }: PublicNoticeData): Inline[] =>
  notice === null
    ? [text(`公示期：自${blankDate}起至${blankDate}止。`)]
    : [
        text(`公示期：${chineseDateRange(notice.startsOn, notice.endsOn)}（共`),
        known('公示天数', String(notice.days)),
        text('天）。'),
      ];

/** How to be heard: a notice without it is none (policy Art. 2(2)). */
const objectionWords = (data: PublicNoticeData): Block[] => [
  bodyText(...periodWords(data)),
  bodyText(
    `公示期间，任何单位和个人对公示内容有异议的，可以向${printable(data.office.authorityName)}反映。反映情况应当实事求是，以便核实和答复。`,
  ),
  bodyText('联系电话：', known('联系电话', data.office.contactPhone)),
];

export const publicNoticeMissing = (data: PublicNoticeData): string[] => [
  ...(data.notice === null ? ['公示起止日期'] : []),
  ...(data.office.contactPhone ? [] : ['街道联系电话']),
];

const signed = (data: PublicNoticeData, picture: SealPicture | null) => ({
  redHead: data.paperRules.redHead,
  addressee: null,
  issuer: data.office.authorityName,
  date: data.notice && chineseDate(data.notice.startsOn),
  picture: data.notice ? picture : null,
});

/** 备案公示: of a new filing, or of a change (policy Art. 2(2), 2(4)). It is made of public facts alone. */
export const filingNotice = (data: PublicNoticeData, picture: SealPicture | null): PaperDocument => {
  const { organization, kind, paperRules, committee, office } = data;
  const change = kind === 'change';
  const matter = change ? '变更备案' : '备案';
  return officialPaper({
    kind: 'filing-notice',
    variant: kind,
    title: ['关于', organization.name, `${matter}的公示`],
    subject: `社区社会组织${matter}公示`,
    ...signed(data, picture),
    body: [
      bodyText(
        `根据${basisOf(paperRules, '第二条第（二）项')}，经${printable(committee)}初审、`,
        known('本机关', ourselves(office)),
        `审核，拟同意${change ? `${organization.name}变更备案事项` : '下列社区社会组织备案'}，现予公示。`,
      ),
      gapMm(2),
      change ? changeTable(data) : organizationFacts(data),
      gapMm(2),
      ...objectionWords(data),
    ],
  });
};

/** 注销公示: the end of an organization, made known by the street (policy Art. 3). It is made of public facts alone. */
export const dissolutionNotice = (data: PublicNoticeData, picture: SealPicture | null): PaperDocument => {
  const { organization, paperRules, committee, office, filingNumber } = data;
  const number = filingNumber === null ? '' : `（备案号：${filingNumber}）`;
  return officialPaper({
    kind: 'dissolution-notice',
    title: ['关于', organization.name, '终止活动的公示'],
    subject: '社区社会组织注销公示',
    ...signed(data, picture),
    body: [
      bodyText(
        `${organization.name}${number}经全体成员会议表决通过，申请终止活动。${printable(committee)}已将该组织章程、备案证书、申请书报送`,
        known('本机关', ourselves(office)),
        `。根据${basisOf(paperRules, '第三条')}，经审核，`,
        known('本机关', ourselves(office)),
        `同意该组织终止活动、注销备案，现予公示。`,
      ),
      bodyText('自公示期满之日起，该组织不再以社区社会组织名义开展活动，原备案证书停止使用。'),
      ...objectionWords(data),
    ],
  });
};
