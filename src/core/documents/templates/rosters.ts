import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { publicName } from '../../../shared/domain/public-text.ts';
import { memberRoleLabels, politicalStatusLabels, sexLabels } from '../../../shared/labels/person.ts';
import type { FullRosterLine, PublicRosterLine } from '../../../shared/domain/roster-paper.ts';
import type { RosterSheetData } from '../../services/roster-sheets.ts';
import { blankDate, cell, known, paragraph, printable, row, text } from '../blocks.ts';
import {
  acrossList,
  listStyles,
  listTable,
  runningNumber,
  uprightList,
  type ListColumn,
} from '../list-page.ts';
import type { Block, PaperDocument, Table, TextRun } from '../model.ts';

const fullColumns: readonly ListColumn<FullRosterLine>[] = [
  runningNumber(11),
  { label: '姓名', widthMm: 30, align: 'center', text: ({ name }) => name },
  { label: '性别', widthMm: 11, align: 'center', text: ({ sex }) => sex && sexLabels[sex] },
  {
    label: '出生年月',
    widthMm: 22,
    align: 'center',
    text: ({ birthDate }) => birthDate && birthDate.slice(0, 7).replace('-', '.'),
  },
  {
    label: '政治面貌',
    widthMm: 26,
    align: 'center',
    text: ({ politicalStatus }) => politicalStatus && politicalStatusLabels[politicalStatus],
  },
  {
    label: '职务',
    widthMm: 22,
    align: 'center',
    text: ({ role, roleTitle }) => roleTitle ?? memberRoleLabels[role],
  },
  { label: '身份证件号码', widthMm: 46, align: 'center', text: ({ identityNumber }) => identityNumber },
  { label: '联系电话', widthMm: 31, align: 'center', text: ({ phone }) => phone },
  {
    label: '加入日期',
    widthMm: 24,
    align: 'center',
    text: ({ joinedOn }) => joinedOn?.replaceAll('-', '.') ?? null,
  },
  { label: '备注', widthMm: 42, text: ({ remark }) => remark },
];

/** Who vouches for the list; one row, so that no page's end tears it. */
const vouching = (widthMm: number, lines: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  columnsMm: lines.map(() => widthMm / lines.length),
  line: null,
  paddingMm: { top: 3, right: 0, bottom: 0, left: 0 },
  rows: [
    row(
      22,
      lines.map((each) => cell(each.map((line) => paragraph('facts', line, { keepWithNext: false })))),
    ),
  ],
});

/** Lines for members who join after the print, at least so many that a short roster fills part of the sheet. */
const spareRows = (members: number): number => Math.max(3, 12 - members);

const frozenWords = ({ frozenAt }: RosterSheetData<unknown>['roster']): string =>
  frozenAt === null ? '' : '（存档花名册）';

const countedWords = (roster: RosterSheetData<unknown>['roster'], stop: string): TextRun[] => [
  text(`截至${chineseDate(roster.asOf)}`),
  known('存档', frozenWords(roster)),
  text(`${stop}成员`),
  known('成员人数', String(roster.memberCount)),
  text('人，其中党员'),
  known('党员人数', String(roster.partyMemberCount)),
  text('人'),
];

/** 《成员花名册》 for the dossier (policy Art. 2, 档案（二）): everything that is known, on sheets across. */
export const fullRoster = ({
  roster,
  filingNumber,
  authorityName,
}: RosterSheetData<FullRosterLine>): PaperDocument => {
  const name = printable(roster.organizationName);
  const heading: Block[] = [
    paragraph('title', `${name}成员花名册`),
    paragraph('facts', [
      text(
        `备案号：${filingNumber ?? '　　　　　　　　　　'}　　所属社区（村）：${roster.communityName}　　`,
      ),
      ...countedWords(roster, '　　'),
    ]),
  ];
  return {
    kind: 'roster-full',
    title: `${name}成员花名册`,
    page: acrossList,
    styles: listStyles,
    decoration: [],
    blocks: [
      ...heading,
      listTable(fullColumns, roster.lines, { blankRows: spareRows(roster.lines.length), list: '成员' }),
      vouching(265, [[`负责人（签字）：`], [`居（村）委会（盖章）：`], [`填表日期：${blankDate}`]]),
      paragraph('note', '本表含个人信息，仅供备案和归档使用，不得公开张贴。公开使用请打印公开版。'),
    ],
    properties: { subject: '社区社会组织成员花名册', author: authorityName, note: null },
  };
};

/** 2019-03 as 2019年3月; a day is not told. */
const monthWords = (date: string): string => chineseDate(date.slice(0, 7));

const publicColumns: readonly ListColumn<PublicRosterLine>[] = [
  runningNumber(18),
  { label: '姓名', widthMm: 52, align: 'center', text: ({ name }) => publicName(name) },
  {
    label: '职务',
    widthMm: 48,
    align: 'center',
    text: ({ role, roleTitle }) => roleTitle ?? memberRoleLabels[role],
  },
  {
    label: '加入年月',
    widthMm: 56,
    align: 'center',
    text: ({ joinedOn }) => joinedOn && monthWords(joinedOn),
  },
];

/** 《成员花名册（公开版）》: made of lines that have no place for a private fact; names are shown in part. */
export const publicRoster = ({
  roster,
  filingNumber,
  authorityName,
}: RosterSheetData<PublicRosterLine>): PaperDocument => {
  const title = `${printable(roster.organizationName)}成员名单（公开版）`;
  return {
    kind: 'roster-public',
    title,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', title),
      paragraph(
        'facts',
        `备案号：${filingNumber ?? '　　　　　　　　'}　　所属社区（村）：${printable(roster.communityName)}`,
      ),
      paragraph('facts', [...countedWords(roster, '，'), text('。')]),
      listTable(publicColumns, roster.lines, { rowMm: 7.5, list: '成员' }),
      paragraph('note', '依照个人信息保护的要求，成员姓名作部分隐去。'),
    ],
    properties: { subject: '社区社会组织成员名单（公开版）', author: authorityName, note: null },
  };
};
