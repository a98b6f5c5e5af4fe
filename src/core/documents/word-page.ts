import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  HorizontalPositionRelativeFrom,
  ImageRun,
  ImportedXmlComponent,
  PageNumber,
  PageOrientation,
  Paragraph as WordParagraph,
  TextRun as WordRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import type { PageSetup, QrCode } from './model.ts';
import { codeTopMm } from './page-code.ts';
import { emptyLine, mmToEmu, mmToPixels, runOptions } from './word-lines.ts';
import { mmToTwips, ptToTwips, watermarkRunXml } from './word-parts.ts';
import type { WordPaper } from './word-pictures.ts';

export const sectionProperties = (page: PageSetup): NonNullable<ISectionOptions['properties']> => {
  const { paper, marginsMm, grid } = page;
  const landscape = paper.orientation === 'landscape';
  const typeAreaMm = paper.heightMm - marginsMm.top - marginsMm.bottom;
  return {
    page: {
      // Word wants the sides of the upright sheet and turns it itself.
      size: {
        width: mmToTwips(landscape ? paper.heightMm : paper.widthMm),
        height: mmToTwips(landscape ? paper.widthMm : paper.heightMm),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: mmToTwips(marginsMm.top),
        right: mmToTwips(marginsMm.right),
        bottom: mmToTwips(marginsMm.bottom),
        left: mmToTwips(marginsMm.left),
        header: mmToTwips(5),
        footer: mmToTwips(Math.max(5, marginsMm.bottom - 12)),
      },
    },
    ...(grid && {
      grid: {
        type: DocumentGridType.LINES,
        linePitch: Math.floor(mmToTwips(typeAreaMm) / grid.linesPerPage),
      },
    }),
  };
};

const footerOf = (
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  indent: { readonly left?: number; readonly right?: number } = {},
): Footer => {
  const options = runOptions('song', { sizePt: 14 }, 0);
  return new Footer({
    children: [
      new WordParagraph({
        alignment,
        indent,
        children: [new WordRun({ ...options, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
};

export const footersOf = ({ numbered }: PageSetup): Pick<ISectionOptions, 'footers'> => {
  switch (numbered) {
    case 'none':
      return {};
    case 'centre':
      return { footers: { default: footerOf(AlignmentType.CENTER) } };
    case 'outer': {
      const character = ptToTwips(14);
      return {
        footers: {
          default: footerOf(AlignmentType.RIGHT, { right: character }),
          even: footerOf(AlignmentType.LEFT, { left: character }),
        },
      };
    }
  }
};

/** An empty line with the watermark behind the page. */
const watermarkLine = ({ watermark, page }: WordPaper): WordParagraph[] => {
  if (!watermark) return [];
  const run: unknown = ImportedXmlComponent.fromXmlString(watermarkRunXml(watermark, page));
  // `docx` writes whatever component stands in a paragraph; its types name only those that it has classes for.
  return [emptyLine(1, [run as ParagraphChild])];
};

/** The code hangs on an empty line of the header, at a place counted from the edges of the sheet. */
const codeHeader = (code: QrCode, paper: WordPaper): Header => {
  const { page, pictures } = paper;
  return new Header({
    children: [
      emptyLine(1, [
        new ImageRun({
          type: 'png',
          data: pictures.stub(code),
          transformation: { width: mmToPixels(code.sizeMm), height: mmToPixels(code.sizeMm) },
          altText: { name: '二维码', title: '二维码', description: code.label },
          floating: {
            horizontalPosition: {
              relative: HorizontalPositionRelativeFrom.PAGE,
              offset: mmToEmu(page.paper.widthMm - page.marginsMm.right - code.sizeMm),
            },
            verticalPosition: {
              relative: VerticalPositionRelativeFrom.PAGE,
              offset: mmToEmu(codeTopMm(page, code.sizeMm)),
            },
            wrap: { type: TextWrappingType.NONE },
            behindDocument: false,
            allowOverlap: true,
            layoutInCell: true,
          },
        }),
      ]),
      ...watermarkLine(paper),
    ],
  });
};

/** A framed page has its line art in the header (see `sharedWordParts`); a paper that comes back, its code. */
export const headersOf = (paper: WordPaper): Pick<ISectionOptions, 'headers'> => {
  const { decoration, code, page, watermark } = paper;
  if (decoration.length > 0) return { headers: { default: new Header({ children: [] }) } };
  if (!code && !watermark) return {};
  const header = (): Header =>
    code ? codeHeader(code, paper) : new Header({ children: watermarkLine(paper) });
  return { headers: { default: header(), ...(page.numbered === 'outer' && { even: header() }) } };
};
