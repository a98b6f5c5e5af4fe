import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import type { CommendationData } from '../../services/dossier-papers.ts';
import { paragraph, printable, style, text } from '../blocks.ts';
import { countLines, mmToPt, ptToMm } from '../fit-text.ts';
import type { Block, PageSetup, PaperDocument, SealPicture, StyleSheet } from '../model.ts';
import { certificateFrame } from '../ornament.ts';
import { dateOrNull } from './paper-words.ts';
import { sealNote } from '../official-page.ts';

const ink = '1F1A17';
const red = 'A3141B';

const page: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 44, right: 36, bottom: 30, left: 36 },
  grid: null,
  numbered: 'none',
};
const decoration = certificateFrame(page.paper.widthMm, page.paper.heightMm);

const styles: StyleSheet = {
  body: style(
    '表扬信正文',
    { face: 'fang-song', sizePt: 17, colour: ink },
    { linePt: 32, firstLineEm: 2, align: 'justify' },
  ),
  title: style(
    '表扬信标题',
    { face: 'title-song', sizePt: 44, colour: red },
    { align: 'center', linePt: 64 },
  ),
  addressee: style('表扬信称谓', { face: 'kai', sizePt: 18, colour: ink }, { linePt: 34 }),
  seal: style('表扬信落款', { face: 'fang-song', sizePt: 16, colour: ink }, { align: 'center', linePt: 24 }),
  gap: style('表扬信间隔', { face: 'fang-song', sizePt: 2, colour: ink }, { linePt: 2 }),
};

const gap = (heightMm: number): Block => paragraph('gap', '', { linePt: mmToPt(heightMm) });

/** What the archive counts to the organization's credit; what it does not know it does not say. */
const counted = ({ filedOn, organization, reports, disclosures }: CommendationData): string => {
  const since = filedOn === null ? '自成立以来' : `自${chineseDate(filedOn.slice(0, 7))}备案以来`;
  const scope = organization.businessScope?.trim().replace(/[。.；;，,]+$/, '');
  const work = scope ? `围绕${scope}等方面开展活动` : '围绕居民需求开展活动';
  const sums = [
    ...(reports > 0 ? [`向“两委”报告工作${reports}次`] : []),
    ...(disclosures > 0 ? [`公开信息${disclosures}次`] : []),
  ];
  return (
    `你组织${since}，坚持党的领导，遵守章程，${work}` +
    (organization.memberCount === null ? '' : `，现有成员${organization.memberCount}人`) +
    `${sums.length === 0 ? '' : `，${sums.join('，')}`}，做到需求由群众提出、活动有群众参与、成效让群众评判。`
  );
};

/** What was recorded as praiseworthy, in the clerk's words; where nothing was, what the archive counts. */
const deeds = (data: CommendationData): string => {
  if (data.facts === null) return counted(data);
  const words = data.facts.trim().replace(/[。.；;，,]+$/, '');
  return `你组织坚持党的领导，遵守章程，热心服务居民群众：${words}。`;
};

const closing: readonly string[] = [
  '你们的努力方便了邻里，温暖了社区，为基层治理作出了积极贡献。特此表扬，并致谢意！',
  '希望你组织再接再厉，继续服务居民群众，带动更多居民参与社区共建共治共享。',
];

const widthMm = page.paper.widthMm - page.marginsMm.left - page.marginsMm.right;
const textMm = 112;
const leading = 1.95;

const textHeightMm = (paragraphs: readonly string[], sizePt: number): number =>
  paragraphs.reduce((sum, words) => sum + countLines(`　　${words}`, widthMm, sizePt), 0) *
  ptToMm(sizePt * leading);

/** The largest type in which the letter stays on its one framed page. */
const fittingPt = (paragraphs: readonly string[]): number =>
  [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8].find((size) => textHeightMm(paragraphs, size) <= textMm) ?? 7;

/** 《表扬信》 (policy Art. 3 and 10): framed, in large type, with the facts that the dossier proves. */
export const commendationLetter = (data: CommendationData, picture: SealPicture | null): PaperDocument => {
  const { organization, authorityName } = data;
  const paragraphs = [printable(deeds(data)), ...closing];
  const sizePt = fittingPt(paragraphs);
  // A short letter stands in the middle of its page, not at the top.
  const spareMm = Math.max(0, textMm - textHeightMm(paragraphs, sizePt));
  return {
    kind: 'commendation-letter',
    title: `表扬信 ${printable(organization.name)}`,
    page,
    styles,
    decoration,
    blocks: [
      paragraph('title', '表　扬　信'),
      gap(10 + spareMm * 0.25),
      paragraph('addressee', `${organization.name}：`),
      ...paragraphs.map((words) =>
        paragraph('body', [text(words, { sizePt })], { linePt: Math.round(sizePt * leading * 10) / 10 }),
      ),
      gap(10 + spareMm * 0.35),
      {
        kind: 'seal-place',
        style: 'seal',
        issuer: printable(authorityName),
        date: dateOrNull(data.presentedOn),
        widthMm: 86,
        align: 'end',
        picture,
      },
    ],
    properties: { subject: '表扬信', author: authorityName, note: picture && sealNote },
  };
};
