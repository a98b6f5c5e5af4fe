import { copiesLabel } from '../../../shared/domain/chinese-number.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { MatterPaperData } from '../../services/matter-paper-data.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';
import { cell, paragraph, printable, row } from '../blocks.ts';
import type { Block, PaperDocument, StyleSheet, Table } from '../model.ts';
import {
  bodyText,
  fact,
  gapMm,
  numberedText,
  officialPage,
  officialStyles,
  titleLines,
  writingLines,
} from '../official-page.ts';
import { basisOf, dateOrBlank, dateOrNull } from './paper-words.ts';

const widthMm = 156;
const open = { line: null, paddingMm: { top: 0, right: 0, bottom: 0, left: 0 } } as const;

/** Places to sign, side by side, never torn apart by a page's end. */
export const signatureTable = (columns: readonly (readonly string[])[], heightMm = 40): Table => {
  // One alone stands in the right half, where a letter is signed.
  const all = columns.length === 1 ? [[''], ...columns] : columns;
  return {
    kind: 'table',
    columnsMm: all.map(() => widthMm / all.length),
    ...open,
    rows: [
      row(
        heightMm,
        all.map((lines) =>
          cell(
            lines.map((line) => paragraph('addressee', printable(line), { keepWithNext: false })),
            { vertical: 'bottom' },
          ),
        ),
      ),
    ],
  };
};

const signingDate = '　　　　年　　月　　日';

/** Long papers that are to stay on one sheet: 四号 in closer lines, without the grid. */
const compactLinePt = 25.5;
const compactStyles: StyleSheet = Object.fromEntries(
  Object.entries(officialStyles).map(([name, each]) =>
    each.format.sizePt === 16
      ? [name, { ...each, format: { ...each.format, sizePt: 14 }, linePt: compactLinePt }]
      : [name, each],
  ),
);

interface PlainPaper {
  readonly kind: PaperDocument['kind'];
  readonly title: readonly string[];
  readonly subject: string;
  readonly author: string;
  readonly blocks: readonly Block[];
  readonly compact?: boolean;
}

/** What stands before a place to sign goes with it to the next page. */
const keptToSignatures = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => {
    const next = blocks[index + 1];
    return block.kind === 'paragraph' && next?.kind === 'table' && next.line === null
      ? { ...block, keepWithNext: true }
      : block;
  });

/** A paper that people sign, in the measure of official papers, without issuer and seal. */
export const plainPaper = ({
  kind,
  title,
  subject,
  author,
  blocks,
  compact = false,
}: PlainPaper): PaperDocument => ({
  kind,
  title: title.map(printable).join(''),
  page: { ...officialPage, numbered: 'centre', ...(compact && { grid: null }) },
  styles: compact ? compactStyles : officialStyles,
  decoration: [],
  blocks: [paragraph('title', titleLines(title)), paragraph('body', ''), ...keptToSignatures(blocks)],
  properties: { subject, author, note: null },
});

const founderNames = ({ facts }: FilingPaperData): string | null =>
  facts.founders.length === 0 ? null : printable(facts.founders.map(({ name }) => name).join('、'));

export const applicationMissing = ({ facts, responsiblePerson, filing }: MatterPaperData): string[] => {
  const required: readonly (readonly [string, unknown])[] = [
    ['发起人', facts.founders[0]],
    ['宗旨', facts.purpose],
    ['业务范围', facts.businessScope],
    ['活动地域', facts.activityArea],
    ['活动场所', facts.premises],
    ['负责人', responsiblePerson],
    ['申请日期', filing?.appliedOn],
  ];
  return required.filter(([, value]) => !value).map(([name]) => name);
};

/** 《备案申请书》: the founders apply to the committee (policy Art. 2(1)). */
export const application = (data: MatterPaperData): PaperDocument => {
  const { facts, community, copies, filing, responsiblePerson, memberCount } = data;
  const members = memberCount ?? facts.declaredMemberCount;
  return plainPaper({
    kind: 'application',
    title: ['社区社会组织', '备案申请书'],
    subject: '社区社会组织备案申请书',
    author: printable(facts.name),
    blocks: [
      paragraph('addressee', `${printable(committeeName(community))}：`),
      bodyText(
        '我们自愿发起成立',
        fact('组织名称', facts.name),
        `。根据${basisOf(data.paperRules, '第二条第（一）项')}，现申请备案，并说明如下：`,
      ),
      numberedText(0, '发起人（发起单位）：', fact('发起人', founderNames(data), 12), '。'),
      numberedText(1, '宗旨：', fact('宗旨', bare(facts.purpose), 12), '。'),
      numberedText(2, '业务范围：', fact('业务范围', bare(facts.businessScope), 12), '。'),
      numberedText(
        3,
        '活动地域：',
        fact('活动地域', bare(facts.activityArea), 8),
        '；活动场所：',
        fact('活动场所', bare(facts.premises), 8),
        '。',
      ),
      numberedText(
        4,
        '拟任负责人：',
        fact('负责人', responsiblePerson?.name, 6),
        '；现有成员',
        fact('成员人数', members, 3),
        '人。',
      ),
      bodyText(
        `我们已参照《社区社会组织章程示范文本》制定章程，填写备案表（${copiesLabel(copies)}），所附材料真实、准确。请予初审并上报。`,
      ),
      signatureTable([['发起人（签字）：', '', dateOrNull(filing?.appliedOn) ?? signingDate]], 38),
    ],
  });
};

/** A fact without the stop that a clerk may have typed, because the sentence brings its own. */
export const bare = (value: string | null): string | null =>
  value === null ? null : printable(value.trim().replace(/[。.；;，,]+$/, ''));

const voteWords = (data: MatterPaperData): Block => {
  const vote = data.matter.dissolutionVote;
  const counted = vote?.content ?? data.matter.grounds.vote;
  return bodyText(
    '会议应到',
    fact('应到', counted?.expected, 3),
    '人，实到',
    fact('实到', counted?.present, 3),
    '人；表决结果：同意',
    fact('同意', counted?.inFavour, 3),
    '人，反对',
    fact('反对', counted?.against, 3),
    '人，弃权',
    fact('弃权', counted?.abstained, 3),
    '人。',
  );
};

const heldOn = ({ matter }: MatterPaperData): string | null =>
  dateOrNull(matter.dissolutionVote?.occurredOn ?? matter.grounds.vote?.heldOn);

const resolution = (data: MatterPaperData): Block[] => {
  const { facts, matter } = data;
  const said = matter.dissolutionVote?.content.resolution.trim() ?? '';
  const place = matter.dissolutionVote?.content.place ?? matter.grounds.vote?.place ?? null;
  return [
    { kind: 'page-break' },
    paragraph('title', titleLines([facts.name, '全体成员会议决议'])),
    paragraph('body', ''),
    bodyText(
      fact('会议日期', heldOn(data), 8),
      '，本组织在',
      fact('会议地点', place, 8),
      '召开全体成员会议，就终止活动一事进行表决。',
    ),
    voteWords(data),
    bodyText(`会议决议：${said === '' ? '' : printable(said)}`),
    ...(said === ''
      ? [
          numberedText(0, `同意${printable(facts.name)}终止活动，申请注销备案。`),
          numberedText(1, '交回《社区社会组织章程》《社区社会组织备案证书》。'),
          numberedText(2, '剩余资产和未了事项按照章程规定处理：', fact('处理办法', null, 14), '。'),
        ]
      : []),
    bodyText('参会成员签名：'),
    writingLines(5),
    signatureTable([
      ['主持人（签字）：', '', signingDate],
      ['记录人（签字）：', '', signingDate],
    ]),
  ];
};

export const dissolutionApplicationMissing = (data: MatterPaperData): string[] => {
  const { matter, filingNumber, filing } = data;
  const vote = matter.dissolutionVote?.content ?? matter.grounds.vote;
  return [
    ...(filingNumber === null ? ['备案号'] : []),
    ...(vote === null ? ['全体成员会议表决'] : []),
    ...(matter.grounds.reason === null ? ['终止原因'] : []),
    ...(filing?.appliedOn ? [] : ['申请日期']),
  ];
};

/** 《注销申请书》 with the resolution of all members (policy Art. 3). */
export const dissolutionApplication = (data: MatterPaperData): PaperDocument => {
  const { facts, community, filingNumber, filing, matter } = data;
  return plainPaper({
    kind: 'dissolution-application',
    title: ['社区社会组织', '注销申请书'],
    subject: '社区社会组织注销申请书',
    author: printable(facts.name),
    blocks: [
      paragraph('addressee', `${printable(committeeName(community))}：`),
      bodyText(
        fact('组织名称', facts.name),
        '（备案号：',
        fact('备案号', filingNumber, 10),
        '）因',
        fact('终止原因', bare(matter.grounds.reason), 14),
        '，经',
        fact('会议日期', heldOn(data), 8),
        `全体成员会议表决通过，决定终止活动。根据${basisOf(data.paperRules, '第三条')}，现申请注销备案。`,
      ),
      voteWords(data),
      bodyText('随本申请书一并交回：'),
      bodyText('□《社区社会组织章程》　　□《社区社会组织备案证书》'),
      bodyText('本组织已就剩余资产和未了事项作出说明，注销后不再以社区社会组织名义开展活动。请予上报。'),
      gapMm(2),
      signatureTable(
        [
          [
            printable(facts.name),
            '负责人（签字）：',
            '',
            filing?.appliedOn ? dateOrBlank(filing.appliedOn) : signingDate,
          ],
        ],
        46,
      ),
      ...resolution(data),
    ],
  });
};
