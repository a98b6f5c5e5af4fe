import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';
import type { GapLetterData, NoticeBoardData, PublicBoardItem } from '../../services/community-papers.ts';
import { cell, paragraph, printable, row } from '../blocks.ts';
import { listStyles, listTable, runningNumber, uprightList, type ListColumn } from '../list-page.ts';
import type { PaperDocument, Table } from '../model.ts';
import { bodyText, fact, gapMm, officialPaper } from '../official-page.ts';
import { basisOf, contactLine, yourCommittee } from './paper-words.ts';

const gapTable = ({ organizations }: GapLetterData): Table => ({
  kind: 'table',
  columnsMm: [14, 54, 88],
  line: { widthPt: 0.75, colour: '000000' },
  paddingMm: { top: 0.8, right: 1.6, bottom: 0.8, left: 1.6 },
  rows: [
    row(
      9.5,
      ['序号', '组织名称', '需要补齐的内容'].map((words) => cell([paragraph('label', words)])),
      { header: true },
    ),
    ...organizations.map(({ name, gaps }, index) =>
      row(9.5, [
        cell([paragraph('cell', String(index + 1), { align: 'center' })]),
        cell([paragraph('cell', printable(name))]),
        cell([paragraph('cell', printable(gaps.join('；')))]),
      ]),
    ),
  ],
});

/** 关于补齐档案材料的函: to one committee, every gap of every organization in one letter (FEATURES B17). */
export const gapLetter = (data: GapLetterData): PaperDocument => {
  const { office, community, organizations, paperRules, writtenOn } = data;
  const many = organizations.length;
  return officialPaper({
    kind: 'gap-letter',
    title: ['关于补齐', '社区社会组织', '档案材料的函'],
    subject: '补齐档案材料的函',
    redHead: false,
    addressee: committeeName(community),
    body:
      many === 0
        ? [
            bodyText(
              `截至${chineseDate(writtenOn)}，${yourCommittee(community)}所属社区社会组织的档案材料齐全，没有需要补齐的内容。`,
            ),
            contactLine(office),
          ]
        : [
            bodyText(
              `根据${basisOf(paperRules, '第二条')}关于社区社会组织档案管理的要求，经核对，截至${chineseDate(writtenOn)}，` +
                `${yourCommittee(community)}所属${many}个社区社会组织的档案还有下列内容需要补齐，请督促并协助办理。`,
            ),
            gapMm(2),
            gapTable(data),
            gapMm(2),
            bodyText('请于', fact('报送期限', null, 8), '前将补齐的材料报送我单位。'),
            contactLine(office),
          ],
    issuer: office.hubName,
    date: chineseDate(writtenOn),
    // The hub organization writes; the street's seal is not its own.
    picture: null,
  });
};

const day = (date: string): string => chineseDate(date).replace(/^\d+年/, '');

const boardColumns: readonly ListColumn<PublicBoardItem>[] = [
  runningNumber(12),
  { label: '组织名称', widthMm: 42, text: ({ organizationName }) => organizationName },
  {
    label: '张贴内容',
    widthMm: 41,
    text: ({ title }) => title,
  },
  {
    label: '起止日期',
    widthMm: 44,
    align: 'center',
    text: ({ from, to }) => `${day(from)}至${to === null ? '　月　日' : day(to)}`,
  },
  { label: '张贴人', widthMm: 16, align: 'center', text: () => null },
  { label: '取下日期', widthMm: 19, align: 'center', text: () => null },
];

/** 《公示栏张贴清单》: everything that hangs in a community this week, on one sheet (FEATURES E7). */
export const noticeBoard = ({
  community,
  from,
  to,
  items,
  authorityName,
}: NoticeBoardData): PaperDocument => {
  const title = `${printable(community.name)}公示栏张贴清单`;
  return {
    kind: 'notice-board',
    title,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', title),
      paragraph('facts', `${chineseDate(from)}至${chineseDate(to)}　　共${items.length}项`, {
        align: 'center',
      }),
      listTable(boardColumns, items, { blankRows: Math.max(2, 8 - items.length), rowMm: 14 }),
      paragraph(
        'note',
        '张贴和取下时各拍照一张，照片交枢纽型社会组织归档。张贴内容不得含有证件号码、电话、住址等个人信息。',
      ),
    ],
    properties: { subject: '公示栏张贴清单', author: authorityName, note: null },
  };
};
