import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { sealNote } from '../official-page.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { cell, paragraph, printable, row, style, text } from '../blocks.ts';
import type { Block, Inline, PageSetup, PaperDocument, SealPicture, StyleSheet } from '../model.ts';
import { chapterNumber, charterChapters, type CharterArticle } from './charter-text.ts';

/** Type area, grid and faces of GB/T 9704-2012, 5.2: 156 × 225 mm, 22 lines of 28 characters of 3号仿宋. */
const page: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 37, right: 26, bottom: 35, left: 28 },
  grid: { linesPerPage: 22, charactersPerLine: 28 },
  numbered: 'centre',
};
const linePt = 28.95;

const styles: StyleSheet = {
  body: style('章程正文', { face: 'fang-song', sizePt: 16 }, { linePt, firstLineEm: 2, align: 'justify' }),
  title: style(
    '章程标题',
    { face: 'title-song', sizePt: 22 },
    { linePt: 36, align: 'center', outlineLevel: 1, keepWithNext: true },
  ),
  adopted: style(
    '章程通过说明',
    { face: 'kai', sizePt: 16 },
    { linePt, align: 'center', afterPt: 8, keepWithNext: true },
  ),
  chapter: style(
    '章程章名',
    { face: 'black', sizePt: 16 },
    { linePt, align: 'center', beforePt: 14, outlineLevel: 2, keepWithNext: true },
  ),
  signature: style('章程签署', { face: 'fang-song', sizePt: 16 }, { linePt }),
  seal: style('章程落款', { face: 'fang-song', sizePt: 16 }, { linePt, align: 'center' }),
};

const articleBlocks = (article: CharterArticle, number: number): Block[] => {
  const heading = text(`第${chapterNumber(number)}条　`, { face: 'black' });
  return [
    paragraph('body', [heading, ...article.text], article.items ? { keepWithNext: true } : {}),
    ...(article.items ?? []).map((item, index) =>
      paragraph('body', [text(`（${chapterNumber(index + 1)}）`), ...item]),
    ),
  ];
};

const signatures = (data: FilingPaperData, picture: SealPicture | null): Block => {
  const review = data.filing?.streetReview ?? null;
  const seat = (blocks: readonly Block[]) => cell(blocks, { vertical: 'top' });
  return {
    kind: 'table',
    columnsMm: [78, 78],
    line: null,
    paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
    rows: [
      row(54, [
        seat([
          paragraph('signature', '本组织负责人（签字）：'),
          paragraph('signature', ''),
          paragraph('signature', '　　　　年　　月　　日'),
        ]),
        seat([
          paragraph('signature', '街道审核同意（盖章）：'),
          {
            kind: 'seal-place',
            style: 'seal',
            issuer: printable(data.office.authorityName),
            date: review?.agreed ? chineseDate(review.actedOn) : null,
            widthMm: 70,
            picture: review?.agreed ? picture : null,
          },
        ]),
      ]),
    ],
  };
};

const adoption = ({ facts }: FilingPaperData): Inline[] => {
  const on = facts.charterAdoptedOn ?? facts.foundingVote?.heldOn ?? null;
  return on === null ? [text('（草案）')] : [text(`（${chineseDate(on)}通过）`)];
};

/** Facts that the charter would leave in brackets, by name. */
export const charterMissing = ({ facts, responsiblePerson, office }: FilingPaperData): string[] => {
  const vote = facts.foundingVote;
  const counts = [vote?.expected, vote?.present, vote?.inFavour, vote?.against, vote?.abstained];
  const required: readonly (readonly [string, boolean])[] = [
    ['宗旨', Boolean(facts.purpose)],
    ['活动地域', Boolean(facts.activityArea)],
    ['活动场所', Boolean(facts.premises)],
    ['街道党（工）委', Boolean(office.partyCommittee)],
    ['兜底党组织', facts.fallbackParty !== null],
    ['业务范围', Boolean(facts.businessScope)],
    ['负责人', responsiblePerson !== null],
    ['活动资金及来源', Boolean(facts.funds)],
    ['章程通过日期', Boolean(facts.charterAdoptedOn ?? vote?.heldOn)],
    ['章程表决结果', counts.every((count) => count !== null && count !== undefined)],
  ];
  return required.filter(([, present]) => !present).map(([name]) => name);
};

/** 《社区社会组织章程》: the parts of DOMAIN 2.4, with the Party-building clauses of policy Art. 1. */
export const charter = (data: FilingPaperData, picture: SealPicture | null): PaperDocument => {
  const name = printable(data.facts.name);
  let article = 0;
  const chapters = charterChapters(data).flatMap((chapter, index) => [
    paragraph('chapter', `第${chapterNumber(index + 1)}章　${chapter.title}`),
    ...chapter.articles.flatMap((content) => articleBlocks(content, (article += 1))),
  ]);
  return {
    kind: 'charter',
    title: `${name}章程`,
    page,
    styles,
    decoration: [],
    blocks: [
      paragraph('title', `${name}章程`),
      paragraph('adopted', adoption(data)),
      ...chapters,
      paragraph('signature', ''),
      signatures(data, picture),
    ],
    properties: {
      subject: '社区社会组织章程',
      author: data.office.authorityName,
      note: picture && data.filing?.streetReview?.agreed ? sealNote : null,
    },
  };
};
