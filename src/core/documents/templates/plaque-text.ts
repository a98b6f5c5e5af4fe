import type { CommendationData } from '../../services/dossier-papers.ts';
import { paragraph, printable, spread, style, text } from '../blocks.ts';
import { balanceLines, mmToPt, ptToMm } from '../fit-text.ts';
import type { Block, PageSetup, PaperDocument, StyleSheet } from '../model.ts';
import { certificateFrame } from '../ornament.ts';
import { dateOrNull } from './paper-words.ts';

const red = 'A3141B';
const ink = '1F1A17';

/** A3 across: what the maker of the plaque copies, and what hangs framed until it is made. */
const page: PageSetup = {
  paper: { widthMm: 420, heightMm: 297, orientation: 'landscape' },
  marginsMm: { top: 46, right: 44, bottom: 34, left: 44 },
  grid: null,
  numbered: 'none',
};
const widthMm = page.paper.widthMm - page.marginsMm.left - page.marginsMm.right;
const decoration = certificateFrame(page.paper.widthMm, page.paper.heightMm);

const styles: StyleSheet = {
  body: style('牌匾正文', { face: 'kai', sizePt: 30, colour: ink }, { linePt: 46 }),
  to: style('牌匾授予', { face: 'kai', sizePt: 32, colour: ink }, { linePt: 48, align: 'center' }),
  title: style('牌匾称号', { face: 'title-song', sizePt: 96, colour: red }, { linePt: 130, align: 'center' }),
  name: style('牌匾名称', { face: 'title-song', sizePt: 44, colour: ink }, { linePt: 60, align: 'center' }),
  seal: style('牌匾落款', { face: 'fang-song', sizePt: 26, colour: ink }, { linePt: 42, align: 'center' }),
  gap: style('牌匾间隔', { face: 'song', sizePt: 2 }, { linePt: 2 }),
};

const gap = (heightMm: number): Block => paragraph('gap', '', { linePt: mmToPt(heightMm) });

/** The honour of 嘉奖 in the policy (Art. 3 and 10); an office that gives another changes it in the Word file. */
const honour = '优秀社区社会组织';
const nameMm = 46;

/** The largest type in which the organization's name stands in two lines or fewer. */
const namedLines = (name: string): { readonly lines: readonly string[]; readonly sizePt: number } => {
  const sizePt =
    [44, 40, 36, 32, 28].find(
      (size) => balanceLines(name, widthMm, size).length * ptToMm(size * 1.36) <= nameMm,
    ) ?? 24;
  return { lines: balanceLines(name, widthMm, sizePt), sizePt };
};

/** 《牌匾文字》 of 嘉奖: whom, what, by whom and when, in letters to be read across a room. */
export const plaqueText = (data: CommendationData): PaperDocument => {
  const { organization, authorityName, presentedOn } = data;
  const { lines, sizePt } = namedLines(printable(organization.name));
  const usedMm = lines.length * ptToMm(sizePt * 1.36);
  return {
    kind: 'plaque-text',
    title: `牌匾文字 ${printable(organization.name)}`,
    page,
    styles,
    decoration,
    blocks: [
      gap(8),
      paragraph('to', '授　予'),
      gap(9 + (nameMm - usedMm) / 2),
      paragraph('name', [text(lines.join('\n'), { sizePt })], { linePt: sizePt * 1.36 }),
      gap(9 + (nameMm - usedMm) / 2),
      paragraph('title', spread(honour, 9.2, { sizePt: 96 })),
      gap(26),
      // A plaque bears no seal: it is cast or engraved.
      paragraph('seal', printable(authorityName)),
      paragraph('seal', dateOrNull(presentedOn) ?? '　　　年　　月'),
    ],
    properties: { subject: '牌匾文字', author: authorityName, note: null },
  };
};
