import { isCoded } from '../../shared/errors.ts';
import { columnLetter, cellText } from './workbook-cells.ts';
import { markupTokens } from './markup-text.ts';
import { officeLimits, readXmlParts, type XmlPart } from './office-package.ts';
import { readWorkbook } from './workbook-reading.ts';

/** A piece of a file's text and where it stands, as a clerk would look for it. */
export interface Passage {
  readonly place: string;
  readonly text: string;
}

/** Why the text of a file cannot be read; a person has to look at it. */
export type UnreadableFile = 'encrypted' | 'too-large' | 'damaged' | 'unsafe' | 'picture' | 'unknown-format';

export type FilePassages =
  | { readonly kind: 'read'; readonly passages: readonly Passage[] }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableFile };

/** Text of all kinds of Office files: what is shown, and what is hidden in comments, notes, headers and links. */
const textPart =
  /^(?:word\/(?:document|header\d*|footer\d*|comments|footnotes|endnotes)\.xml|word\/_rels\/[^/]+\.rels|ppt\/(?:slides|notesSlides|comments)\/[^/]+\.xml|ppt\/slides\/_rels\/[^/]+\.rels|xl\/(?:workbook|comments\d*)\.xml|xl\/(?:comments|threadedComments|drawings)\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels)$/i;

const partPlaces: readonly (readonly [part: RegExp, place: (number: string) => string])[] = [
  [/header(\d*)\.xml$/i, () => '页眉'],
  [/footer(\d*)\.xml$/i, () => '页脚'],
  [/(?:footnotes|endnotes)\.xml$/i, () => '脚注'],
  [/^ppt\/slides\/slide(\d+)\.xml$/i, (number) => `第 ${number} 张幻灯片`],
  [/^ppt\/notesSlides\/notesSlide(\d+)\.xml$/i, (number) => `第 ${number} 页备注`],
  [/comments?[^/]*\.xml$/i, () => '批注'],
  [/^xl\/drawings\//i, () => '文本框'],
];

const placeOf = (part: string): string | null => {
  for (const [pattern, place] of partPlaces) {
    const found = pattern.exec(part);
    if (found !== null) return place(found[1] ?? '');
  }
  return null;
};

/** Text stands in these; text between other tags of an Office part is layout. */
const textElements = new Set(['t', 'deltext', 'instrtext', 'text']);
const breaks = new Set(['tab', 'br', 'cr', 'ptab', 'nobreakhyphen']);

/** Paragraphs of a part, in their order; what Word split into runs is one text again. */
const paragraphsOf = (xml: string): readonly string[] => {
  const paragraphs: string[] = [];
  let paragraph = '';
  const flush = (): void => {
    paragraphs.push(paragraph);
    paragraph = '';
  };
  for (const { name, closing, text } of markupTokens(xml)) {
    if (name === 'p' || name === 'comment') flush();
    if (breaks.has(name)) paragraph += ' ';
    if (textElements.has(name) && !closing) paragraph += text;
  }
  flush();
  return paragraphs;
};

const linksOf = (xml: string): readonly string[] =>
  [...markupTokens(xml)].flatMap(({ name, attributes }) => {
    const target = /Target="([^"]*)"/.exec(attributes)?.[1];
    return name === 'relationship' && /TargetMode="External"/.test(attributes) && target !== undefined
      ? [target]
      : [];
  });

const passagesOfPart = ({ name, xml }: XmlPart): readonly Passage[] => {
  if (/\.rels$/i.test(name)) return linksOf(xml).map((text) => ({ place: '链接', text }));
  if (/^xl\/workbook\.xml$/i.test(name)) return [];
  const fixed = placeOf(name);
  let shown = 0;
  return paragraphsOf(xml)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ place: fixed ?? `第 ${++shown} 段`, text }));
};

const cellsOf = async (bytes: Uint8Array, fileName: string): Promise<readonly Passage[]> => {
  try {
    const { sheets, dateSystem } = await readWorkbook(bytes, fileName);
    return sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row, rowIndex) =>
        row.flatMap((cell, column) => {
          const text = cellText(cell, dateSystem);
          return text === ''
            ? []
            : [{ place: `工作表“${name}”${columnLetter(column)}${rowIndex + 1}`, text }];
        }),
      ),
    );
  } catch (error) {
    if (isCoded(error, 'WORKBOOK_EMPTY')) return [];
    throw error;
  }
};

const has = (parts: readonly XmlPart[], name: string): boolean =>
  parts.some((part) => part.name.toLowerCase() === name);

const ofOfficeFile = async (bytes: Uint8Array, fileName: string): Promise<FilePassages> => {
  const parts = await readXmlParts(bytes, textPart);
  const workbook = has(parts, 'xl/workbook.xml');
  if (
    !workbook &&
    !has(parts, 'word/document.xml') &&
    !parts.some(({ name }) => /^ppt\/slides\//i.test(name))
  ) {
    return { kind: 'unreadable', reason: 'unknown-format' };
  }
  const cells = workbook ? await cellsOf(bytes, fileName) : [];
  return { kind: 'read', passages: [...cells, ...parts.flatMap(passagesOfPart)] };
};

const blocks = new Set([
  'p',
  'div',
  'br',
  'tr',
  'td',
  'th',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'title',
  'section',
]);

const htmlParagraphs = (html: string): readonly string[] => {
  const paragraphs: string[] = [''];
  for (const { name, closing, attributes, text } of markupTokens(html)) {
    if (blocks.has(name)) paragraphs.push('');
    if ((name === 'script' || name === 'style') && !closing) continue;
    const link = name === 'a' ? (/href="([^"]{1,400})"/i.exec(attributes)?.[1] ?? '') : '';
    paragraphs.push(`${paragraphs.pop() ?? ''}${link === '' ? '' : `${link} `}${text}`);
  }
  return paragraphs;
};

const decoded = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      // Chinese editors save GB18030 without saying so; what is not UTF-8 is tried as that.
    }
  }
  return null;
};

const ofPlainText = (bytes: Uint8Array, fileName: string): FilePassages => {
  const text = decoded(bytes);
  if (text === null) return { kind: 'unreadable', reason: 'unknown-format' };
  const html = /\.html?$/i.test(fileName) || /^\s*<(?:!doctype html|html)/i.test(text);
  const lines = html ? htmlParagraphs(text) : text.split(/\r\n|\n|\r/);
  const passages = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [{ place: `第 ${index + 1} ${html ? '段' : '行'}`, text: line }],
  );
  return { kind: 'read', passages };
};

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((character, index) => bytes[index] === character.charCodeAt(0));

const isPicture = (bytes: Uint8Array): boolean =>
  ['\xFF\xD8\xFF', '\x89PNG', 'II*\0', 'MM\0*', 'BM', 'GIF8', 'RIFF'].some((magic) =>
    startsWith(bytes, magic),
  );

const refusal = (error: unknown): FilePassages => {
  if (!isCoded(error, 'WORKBOOK_UNREADABLE')) return { kind: 'unreadable', reason: 'damaged' };
  const { reason } = error.data;
  return { kind: 'unreadable', reason: reason === 'not-a-workbook' ? 'unknown-format' : reason };
};

/**
 * The text of a file piece by piece: Word, Excel (also old), PowerPoint, web page, text and CSV, hidden sheets, comments,
 * notes and deleted text included. Nothing is run, fetched or written. Scans, PDF and unknown formats are for a person's
 * eyes.
 */
export const readPassages = async (bytes: Uint8Array, fileName: string): Promise<FilePassages> => {
  if (bytes.byteLength > officeLimits.fileBytes) return { kind: 'unreadable', reason: 'too-large' };
  try {
    if (startsWith(bytes, 'PK\x03\x04')) return await ofOfficeFile(bytes, fileName);
    if (startsWith(bytes, '\xD0\xCF\x11\xE0')) {
      // Old Word and PowerPoint files lie in the same container.
      if (/\.(?:docx?|wps|pptx?|dps)$/i.test(fileName))
        return { kind: 'unreadable', reason: 'unknown-format' };
      return { kind: 'read', passages: await cellsOf(bytes, fileName) };
    }
    if (isPicture(bytes) || startsWith(bytes, '%PDF')) return { kind: 'unreadable', reason: 'picture' };
    return ofPlainText(bytes, fileName);
  } catch (error) {
    return refusal(error);
  }
};
