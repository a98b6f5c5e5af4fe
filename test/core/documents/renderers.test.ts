import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { charter } from '../../../src/core/documents/templates/charter.ts';
import { filingForm } from '../../../src/core/documents/templates/filing-form.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { htmlStrayText, htmlText, wordText, zipParts } from '../../support/document-text.ts';
import { certificateOf, bareData, frozenCertificate, longData, rareData, shortData } from './paper-data.ts';
import { sampleSeal } from '../../../scripts/seal-picture.ts';

const madeAt = '2026-04-26T01:02:03.000Z';
const picture = sampleSeal();

const papers: readonly (readonly [string, PaperDocument])[] = [
  ['certificate', certificateOf(shortData, picture)],
  ['certificate with rare characters', certificateOf(rareData, null)],
  ['certificate with the longest facts', certificateOf(longData, picture)],
  ['certificate frozen at issue', certificateOf({ ...shortData, certificate: frozenCertificate }, null)],
  ['filing form', filingForm(shortData, picture)],
  ['filing form with rare characters', filingForm(rareData, null)],
  ['filing form with the longest facts', filingForm(longData, picture)],
  ['filing form of a name only', filingForm(bareData, null)],
  ['charter', charter(shortData, picture)],
  ['charter with rare characters', charter(rareData, null)],
  ['charter with the longest facts', charter(longData, picture)],
  ['charter of a name only', charter(bareData, null)],
];

describe.each(papers)('%s', (_, paper) => {
  const word = new WordRenderer().render(paper, madeAt);

  it('says the same in Word and in print HTML', async () => {
    const html = renderHtml([paper]);
    const spoken = await wordText(word);
    expect(spoken.length).toBeGreaterThan(5);
    expect(htmlText(html)).toEqual(spoken);
    expect(htmlStrayText(html)).toBe('');
  });

  it('names an East Asian font on every run and no theme font anywhere', async () => {
    const parts = await zipParts(word);
    const xml = parts.get('word/document.xml')!.toString('utf8');
    const runs = [...xml.matchAll(/<w:r>([\s\S]*?)<\/w:r>/g)].filter(([, run]) => run!.includes('<w:t'));
    expect(runs.length).toBeGreaterThan(5);
    for (const [, run] of runs) {
      const fonts = /<w:rFonts ([^>]*)\/>/.exec(run!)?.[1] ?? '';
      const named = Object.fromEntries(
        [...fonts.matchAll(/w:(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]),
      );
      expect(named).toEqual({
        ascii: named['eastAsia'],
        hAnsi: named['eastAsia'],
        cs: named['eastAsia'],
        eastAsia: expect.stringMatching(/^(仿宋|方正小标宋简体|黑体|楷体|宋体)$/),
        hint: 'eastAsia',
      });
    }
    const everything = [...parts]
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, data]) => data.toString('utf8'));
    expect(everything.filter((data) => /w:\w+Theme="/.test(data))).toEqual([]);
    const theme = parts.get('word/theme/theme1.xml')!.toString('utf8');
    const themeFonts = [
      ...theme.matchAll(/<a:(?:latin|ea|cs)[^>]*typeface="([^"]*)"|script="Hans" typeface="([^"]*)"/g),
    ];
    expect(new Set(themeFonts.map((match) => match[1] ?? match[2]))).toEqual(new Set(['宋体']));
  });

  it('fetches nothing, runs nothing and escapes every text', () => {
    const html = renderHtml([paper]);
    expect(html).not.toMatch(/<script|javascript:|https?:|\son\w+=|<link|<iframe|@import/i);
    expect(html.replaceAll(/url\(data:image\/png;base64,[\w+/=]*\)/g, '')).not.toMatch(/url\(/);
    expect(html).not.toContain('<䶮>');
  });
});

describe('Word properties', () => {
  it('name the office, one moment and the language, and no user', async () => {
    const parts = await zipParts(new WordRenderer().render(certificateOf(shortData, picture), madeAt));
    const core = parts.get('docProps/core.xml')!.toString('utf8');
    const values = Object.fromEntries(
      [...core.matchAll(/<(?:dc|cp|dcterms):(\w+)[^>]*>([^<]*)<\//g)].map((match) => [match[1], match[2]]),
    );
    expect(values).toEqual({
      title: '社区社会组织备案证书 阳光里夕阳红舞蹈队',
      subject: '社区社会组织备案证书',
      creator: '新河街道办事处',
      lastModifiedBy: '新河街道办事处',
      description: '印章为图片，仅供打印，不是电子印章，不具有电子签名的法律效力。',
      revision: '1',
      created: madeAt,
      modified: madeAt,
      language: 'zh-CN',
    });
  });

  it('carry the legal note; on paper stands in small print what the picture is not, where there is one', async () => {
    for (const paper of [
      certificateOf(shortData, picture),
      filingForm(shortData, picture),
      charter(shortData, picture),
    ]) {
      const spoken = await wordText(new WordRenderer().render(paper, madeAt));
      expect(spoken.filter((line) => line.includes('电子'))).toEqual(['印章图片，非电子印章']);
      const html = renderHtml([paper]);
      expect(html).toMatch(/@media screen\{body::before\{content:'印章为图片，仅供打印/);
      expect(htmlText(html).filter((line) => line.includes('电子'))).toEqual(['印章图片，非电子印章']);
    }
    const blank = certificateOf(shortData, null);
    expect((await wordText(new WordRenderer().render(blank, madeAt))).join('')).not.toContain('电子');
    expect(renderHtml([blank])).not.toContain('电子');
  });
});

describe('a batch of print HTML', () => {
  it('carries seal and line art once, and each document on its own page', () => {
    const html = renderHtml([
      certificateOf(shortData, picture),
      certificateOf(rareData, picture),
      certificateOf(longData, picture),
    ]);
    expect(html.match(/data:image\/png/g)).toHaveLength(1);
    expect(html.match(/<symbol /g)).toHaveLength(1);
    expect(html.match(/<section class="document">/g)).toHaveLength(3);
  });
});
