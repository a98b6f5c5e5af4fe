import { describe, expect, it } from 'vitest';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { fullRoster } from '../../../src/core/documents/templates/rosters.ts';
import {
  contentWidthMm,
  docxDocument,
  renderUnit,
  unitsOf,
} from '../../../src/core/documents/word-blocks.ts';
import { cutMould } from '../../../src/core/documents/word-mould.ts';
import { compileParts } from '../../../src/core/documents/word-package.ts';
import { sharedWordParts } from '../../../src/core/documents/word-parts.ts';
import { pictureBytes, WordPictures } from '../../../src/core/documents/word-pictures.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { documentKind } from '../../../src/shared/domain/document.ts';
import { sampleMembers, sampleRoster } from '../../../src/core/documents/samples/sample-matter.ts';
import { sampleSeal } from '../../../scripts/seal-picture.ts';
import { samplePaper, type PaperSample } from '../../../src/core/documents/samples/sample-papers.ts';
import { zipParts } from '../../support/document-text.ts';
import { certificateOf, bareData, hostileData, longData, rareData, shortData } from './paper-data.ts';

const madeAt = '2026-04-26T01:02:03.000Z';
const picture = sampleSeal();

/** `docx` numbers pictures through the life of the process; a file counts them from one. */
const numbered = (xml: string): string => {
  let next = 1;
  return xml.replaceAll(/(?<=<wp:docPr id=")\d+/g, () => String(next++));
};

/** The paper as `docx` writes it in one piece. */
const asDocxWrites = (paper: PaperDocument): Map<string, string | Uint8Array> => {
  const whole = { ...paper, pictures: new WordPictures() };
  const children = unitsOf(paper.blocks).flatMap((unit) => renderUnit(unit, whole, contentWidthMm(paper)));
  return new Map(compileParts(docxDocument(whole, children), sharedWordParts(paper)));
};

const expectSameAsDocx = async (renderer: WordRenderer, paper: PaperDocument): Promise<void> => {
  const parts = await zipParts(renderer.render(paper, madeAt));
  const wanted = asDocxWrites(paper);
  expect([...parts.keys()].toSorted()).toEqual([...wanted.keys()].toSorted());
  for (const [path, data] of wanted) {
    if (path === 'docProps/core.xml' || typeof data !== 'string') continue;
    expect(numbered(parts.get(path)!.toString('utf8')), path).toBe(numbered(data));
  }
};

const samples: readonly PaperSample[] = [shortData, rareData, hostileData, longData, bareData].flatMap(
  (data, index) => {
    const sample = { data, bare: data === bareData, memberCount: 3 + index * 7 };
    return [
      { ...sample, picture: null },
      { ...sample, picture },
    ];
  },
);

describe.each(documentKind.options)('%s filled from moulds', (kind) => {
  it('is to the byte what docx writes in one piece, whatever was rendered before', async () => {
    const renderer = new WordRenderer();
    for (const sample of samples) await expectSameAsDocx(renderer, samplePaper(kind, sample));
    await expectSameAsDocx(renderer, samplePaper(kind, samples[0]!));
  });
});

/** A small generator of its own, so that a failure can be repeated from its seed. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * sides);
  };
};

const letters = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u000b',
  '\ufffe',
  '\ud800',
  '\u202e',
].concat([
  '𠮷',
  '䶮',
  '🎉',
  '👩‍👩‍👧',
  '阿',
  '舞',
  '蹈',
  'e\u0301',
  'Z',
  '7',
  ' ',
  '　',
  '$&',
  '{name}',
  ']]>',
  '<w:t>',
  '</w:t>',
  '&amp;',
]);

describe('random facts', () => {
  it('come out of moulds as docx writes them', async () => {
    const renderer = new WordRenderer();
    for (let seed = 1; seed <= 40; seed += 1) {
      const roll = dice(seed);
      const words = (longest: number): string | null => {
        const length = roll(longest + 1);
        return length === 0 ? null : Array.from({ length }, () => letters[roll(letters.length)]).join('');
      };
      const facts = {
        ...shortData.facts,
        name: words(30) ?? '名',
        premises: words(60),
        activityArea: words(40),
        businessScope: words(200),
      };
      const data = { ...shortData, facts, filingNumber: words(12) ?? '1' };
      await expectSameAsDocx(renderer, certificateOf(data, seed % 2 === 0 ? picture : null));
      const members = sampleMembers(roll(30)).map((member) => ({
        ...member,
        name: words(8) ?? '某',
        remark: words(20),
      }));
      await expectSameAsDocx(renderer, fullRoster(sampleRoster(data, members)));
    }
  });
});

describe('the pictures of a file', () => {
  it('are those of the paper, not of the one its mould was cut from', async () => {
    const renderer = new WordRenderer();
    renderer.render(certificateOf(shortData, picture), madeAt);
    const other = sampleSeal(200);
    const paper = certificateOf({ ...shortData, filingNumber: '另一号' }, other);
    const parts = await zipParts(renderer.render(paper, madeAt));
    const code = JSON.stringify(paper.blocks).includes('另一号');
    expect(code).toBe(true);
    expect(Buffer.compare(parts.get('word/media/image1.png')!, other.bytes)).toBe(0);
    const again = new WordRenderer().render(paper, madeAt);
    expect(Buffer.compare(Buffer.from(renderer.render(paper, madeAt)), Buffer.from(again))).toBe(0);
    expect(pictureBytes(other)).toBe(other.bytes);
  });
});

describe('a mould', () => {
  it('is refused where the words of a paper and of its Word file differ', () => {
    expect(() => cutMould('<w:t xml:space="preserve">甲</w:t>', ['乙'])).toThrow('do not say the same');
    expect(() => cutMould('<w:t xml:space="preserve">甲</w:t>', [])).toThrow('do not say the same');
  });
});
