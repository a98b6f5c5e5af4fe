import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import type { PaperNotice, PaperOpinion } from '../../services/filing-paper-data.ts';
import { known, paragraph, printable, style, text } from '../blocks.ts';
import { countLines, mmToPt, ptToMm } from '../fit-text.ts';
import { boxHeightMm, formLinePt, formPage, type FormBox, type FormRow } from '../form-page.ts';
import type { Block, PageSetup, PaperDocument, SealPicture, StyleSheet } from '../model.ts';
import { sealNote } from '../official-page.ts';
import { layOutSeal } from '../seal-place.ts';

/** Upright forms; the upper margin has room for the code that brings the paper home. */
export const formPaper: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 25, right: 20, bottom: 14, left: 20 },
  grid: null,
  numbered: 'none',
};
export const formWidthMm = 170;
export const labelMm = 28;
export const valueMm = formWidthMm - labelMm;
/** Height between the margins, less 4 mm for other fonts. */
export const formHeightMm = 297 - 25 - 14 - 4;
/** Height of a table under a title and one line. */
export const firstFormMm = formHeightMm - 20;

export const formStyles: StyleSheet = {
  body: style('表格正文', { face: 'fang-song', sizePt: 12 }, { linePt: 18 }),
  title: style('表格标题', { face: 'title-song', sizePt: 22 }, { align: 'center', linePt: 34 }),
  number: style('表格编号', { face: 'fang-song', sizePt: 12 }, { linePt: 20, align: 'end' }),
  label: style('表格项目名', { face: 'black', sizePt: 11 }, { align: 'center', linePt: 15 }),
  value: style('表格项目', { face: 'fang-song', sizePt: 12 }, { linePt: 16 }),
  seal: style('表格落款', { face: 'fang-song', sizePt: 12 }, { align: 'center', linePt: 18 }),
  footnote: style('表格附注', { face: 'kai', sizePt: 10.5 }, { linePt: 18 }),
};

/** The printed name of a box. */
export const label = (words: string, width: number, rows?: number): FormBox => ({
  kind: 'label',
  text: words,
  widthMm: width,
  ...(rows && { rows }),
});
/** A box that holds a fact, or stays empty to be written in. */
export const value = (
  words: string | number | null | undefined,
  width: number,
  align: 'start' | 'center' = 'start',
): FormBox => ({
  kind: 'value',
  text: printable(String(words ?? '')),
  widthMm: width,
  align,
});
export const formRow = (boxes: readonly FormBox[], minMm = 8, grow = 0.4): FormRow => ({
  boxes,
  minMm,
  grow,
});

export const textBlock = (
  words: string,
  sizePt: number,
  align: 'start' | 'justify' | 'end' = 'justify',
  fact?: string,
): Block =>
  paragraph('value', [fact === undefined ? text(words, { sizePt }) : known(fact, words, { sizePt })], {
    linePt: formLinePt(sizePt),
    align,
    firstLineEm: align === 'justify' ? 2 : 0,
  });

const sealColumnMm = 62;

/** An opinion on the left, the seal's place on the right, in one box without a line between. */
export const opinionRow = (
  words: string,
  opinion: PaperOpinion | null,
  issuer: string,
  picture: SealPicture | null,
): FormRow => {
  const opinionMm = valueMm - sealColumnMm;
  const said = printable(opinion?.opinion ?? '');
  const signature = `经办人（签字）：${printable(opinion?.actor ?? '')}`;
  const place = {
    kind: 'seal-place' as const,
    style: 'seal',
    issuer: printable(issuer),
    date: opinion && chineseDate(opinion.actedOn),
    widthMm: sealColumnMm - 4,
    // A seal covers an agreement; over an undated or a refusing opinion it would say what nobody said.
    picture: opinion?.agreed ? picture : null,
  };
  const sealMm = layOutSeal(place, formStyles['seal']!.format).heightMm;
  return formRow(
    [
      label(words, labelMm),
      {
        kind: 'blocks',
        widthMm: opinionMm,
        vertical: 'middle',
        open: { right: null },
        build: (sizePt) => ({
          blocks: [
            textBlock(said, sizePt, 'justify', words.replaceAll(/\s/g, '')),
            textBlock('', sizePt, 'start'),
            textBlock(signature, sizePt, 'start'),
          ],
          heightMm: boxHeightMm(`　　${said}\n \n${signature}`, opinionMm, sizePt),
        }),
      },
      {
        kind: 'blocks',
        widthMm: sealColumnMm,
        // From the top with room above: LibreOffice leaves a cell with a floating picture at its top.
        vertical: 'top',
        open: { left: null },
        build: (_, spareMm) => ({
          blocks: [paragraph('value', '', { linePt: Math.max(1, mmToPt(spareMm / 2)) }), place],
          heightMm: sealMm + 2.6,
        }),
      },
    ],
    47,
    1,
  );
};

const noticeResults: Readonly<Record<NonNullable<PaperNotice['result']>, string>> = {
  'no-objection': '公示期满，无异议。',
  'objection-settled': '公示期间的异议已经处理。',
  objected: '公示期间有异议，正在处理。',
};

export const noticeRows = (notice: PaperNotice | null): FormRow[] => [
  formRow([
    label('公　　示', labelMm, 2),
    label('起止日期', 22),
    value(
      notice && `${chineseDate(notice.startsOn)}至\n${chineseDate(notice.endsOn)}（共${notice.days}天）`,
      72,
      'center',
    ),
    label('方式', 14),
    value(notice?.method, 34, 'center'),
  ]),
  formRow([
    label('地点', 22),
    value(notice?.place, 52),
    label('结果', 14),
    value(notice?.result && noticeResults[notice.result], 54),
  ]),
];

interface FormDocument {
  readonly kind: PaperDocument['kind'];
  readonly title: string;
  /** Whose form it is, in the document's own title. */
  readonly of: string;
  readonly author: string;
  /** Line above the first table, at its right end. */
  readonly line: string;
  /** Each a page of its own, filled from margin to margin. */
  readonly pages: readonly (readonly FormRow[])[];
  readonly footnotes?: readonly string[];
  readonly picture?: SealPicture | null;
}

const footnotesMm = (footnotes: readonly string[]): number =>
  ptToMm(18) * footnotes.reduce((lines, words) => lines + countLines(words, formWidthMm, 10.5), 0);

/** A form under its title: one table to a page, whatever the length of its facts. */
export const formDocument = (form: FormDocument): PaperDocument => {
  const { title, pages, footnotes = [] } = form;
  const heightOf = (index: number): number =>
    formHeightMm - (index === 0 ? 20 : 0) - (index === pages.length - 1 ? footnotesMm(footnotes) : 0);
  return {
    kind: form.kind,
    title: `${title} ${printable(form.of)}`,
    page: formPaper,
    styles: formStyles,
    decoration: [],
    blocks: [
      paragraph('title', title),
      paragraph('number', printable(form.line)),
      ...pages.flatMap((rows, index): Block[] => [
        ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
        formPage(rows, heightOf(index)),
      ]),
      ...footnotes.map((words) => paragraph('footnote', printable(words))),
    ],
    properties: { subject: title, author: form.author, note: form.picture ? sealNote : null },
  };
};

/** A box with text of any length, and lines under it to sign. */
export const signedBox = (
  words: string,
  lines: readonly string[],
  widthMm = valueMm,
  fact?: string,
): FormBox => ({
  kind: 'blocks',
  widthMm,
  build: (sizePt) => ({
    blocks: [
      textBlock(printable(words), sizePt, 'justify', fact),
      ...lines.flatMap((line) => [textBlock('', sizePt, 'end'), textBlock(printable(line), sizePt, 'end')]),
    ],
    heightMm: boxHeightMm(`　　${words}${lines.map((line) => `\n \n${line}`).join('')}`, widthMm, sizePt),
  }),
});

/** Several short lines in a box, as they are. */
export const linesBox = (
  lines: readonly string[],
  widthMm = valueMm,
  fact?: string,
): FormBox & { readonly kind: 'blocks' } => ({
  kind: 'blocks',
  widthMm,
  build: (sizePt) => ({
    blocks: lines.map((line) => textBlock(printable(line), sizePt, 'start', fact)),
    heightMm: boxHeightMm(lines.join('\n'), widthMm, sizePt),
  }),
});
