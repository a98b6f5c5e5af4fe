import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { sampleMembers, sampleRoster } from '../../../src/core/documents/samples/sample-matter.ts';
import { samplePaper } from '../../../src/core/documents/samples/sample-papers.ts';
import { fullRoster } from '../../../src/core/documents/templates/rosters.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { documentKind } from '../../../src/shared/domain/document.ts';
import { sampleSeal } from '../../../scripts/seal-picture.ts';
import { canOpenWord, htmlText, wordText, zipParts } from '../../support/document-text.ts';
import { wordFaults } from '../../support/word-order.ts';
import { bareData, hostileData, longData, shortData } from './paper-data.ts';

const madeAt = '2026-04-26T00:00:00.000Z';
const picture = sampleSeal();
const renderer = new WordRenderer();

/** The longest name that a filing takes, with what a clerk's input method and a copy from the web bring along. */
const name = '𠮷祥里䶮㛃“邻里<b>&amp;👨‍👩‍👧守望”互助志愿服务联合会第十一分队';

const samples = [
  { data: shortData, picture, bare: false, memberCount: 28 },
  { data: bareData, picture: null, bare: true, memberCount: 0 },
  { data: hostileData, picture: null, bare: false, memberCount: 3 },
  { data: longData, picture, bare: false, memberCount: 60 },
  { data: { ...shortData, facts: { ...shortData.facts, name } }, picture: null, bare: false, memberCount: 3 },
] as const;
const filesOf = (kind: (typeof documentKind.options)[number]): Uint8Array[] =>
  samples.map((sample) => renderer.render(samplePaper(kind, sample), madeAt));

describe.each(documentKind.options)('%s', (kind) => {
  it('keeps to the order of the schema in every part, and names every part and picture that it has', async () => {
    for (const file of filesOf(kind)) {
      const parts = await zipParts(file);
      const types = parts.get('[Content_Types].xml')!.toString('utf8');
      for (const [path, bytes] of parts) {
        const ending = path.slice(path.lastIndexOf('.') + 1);
        const isNamed = types.includes(`Extension="${ending}"`) || types.includes(`PartName="/${path}"`);
        expect(isNamed, path).toBe(true);
        if (ending !== 'xml' && ending !== 'rels') continue;
        expect(wordFaults(bytes.toString('utf8')), path).toEqual([]);
      }
      for (const [path, bytes] of parts) {
        if (!path.endsWith('.rels')) continue;
        const from = path === '_rels/.rels' ? '' : 'word/';
        const targets = [...bytes.toString('utf8').matchAll(/Id="([^"]+)"[^>]*?Target="([^"]+)"/g)];
        for (const [, , target = ''] of targets)
          expect(
            parts.has(
              posix.normalize(target.replace(/^\//, '') === target ? `${from}${target}` : target.slice(1)),
            ),
            target,
          ).toBe(true);
        if (path !== 'word/_rels/document.xml.rels') continue;
        const ids = new Set(targets.map(([, id]) => id));
        const document = parts.get('word/document.xml')!.toString('utf8');
        for (const [, id] of document.matchAll(/r:(?:embed|id)="([^"]+)"/g))
          expect(ids.has(id), id).toBe(true);
        const numbers = [...document.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, number]) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }
    }
  });

  it('names an East Asian font on every run and style, and never by a theme', async () => {
    for (const file of filesOf(kind)) {
      const parts = await zipParts(file);
      for (const path of ['word/document.xml', 'word/styles.xml']) {
        const xml = parts.get(path)!.toString('utf8');
        expect(xml).not.toMatch(/w:\w+Theme="/);
        for (const [fonts] of xml.matchAll(/<w:rFonts[^>]*>/g)) {
          const eastAsian = /w:eastAsia="([^"]+)"/.exec(fonts)?.[1];
          expect(eastAsian, fonts).toBeTruthy();
          // Quotation marks and dashes are both Latin and Chinese: the hint and the same face in all slots keep theirs.
          expect(/w:ascii="([^"]+)"/.exec(fonts)?.[1]).toBe(eastAsian);
          expect(/w:hAnsi="([^"]+)"/.exec(fonts)?.[1]).toBe(eastAsian);
        }
      }
      const document = parts.get('word/document.xml')!.toString('utf8');
      for (const [run] of document.matchAll(/<w:r>(?:(?!<\/w:r>)[\s\S])*?“[\s\S]*?<\/w:r>/g))
        expect(run).toContain('w:hint="eastAsia"');
    }
  });
});

it('what breaks the order of the schema is told: the check can fail', () => {
  const cell = '<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p/></w:tc>';
  const table = (row: string): string => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${row}</w:tbl>`;
  expect(wordFaults(table(`<w:tr>${cell}${cell}</w:tr>`))).toEqual([]);
  const broken = [
    '<w:pPr><w:jc w:val="left"/><w:spacing/></w:pPr>',
    '<w:pPr><w:spacing/><w:spacing/></w:pPr>',
    '<w:jc w:val="middle"/>',
    '<w:p><w:r/><w:pPr/></w:p>',
    '<w:rPr><w:b/><w:b/></w:rPr>',
    '<w:rPr><w:jc w:val="left"/></w:rPr>',
    '<w:tc><w:tcPr/></w:tc>',
    table(`<w:tr>${cell}<w:trPr/></w:tr>`),
    '<w:sectPr><w:pgMar/><w:pgSz/></w:sectPr>',
    '<w:t>a & b</w:t>',
    '<w:t>a < b</w:t>',
    '<w:p><w:r></w:p></w:r>',
    '<w:p>',
  ];
  for (const xml of broken) expect(wordFaults(xml), xml).not.toEqual([]);
});

/** Papers of places, boxes, months and trainees, and spines, which are written letter below letter. */
const withoutName: ReadonlySet<string> = new Set([
  'dossier-spine',
  'box-spine',
  'training-certificate',
  'place-labels',
  'box-list',
  'seal-register',
]);

it('a name of 32 characters with brackets, emoji and rare characters comes back as it is, in Word and in HTML', async () => {
  expect(Array.from(name).length).toBeGreaterThanOrEqual(32);
  const lacking: string[] = [];
  for (const kind of documentKind.options) {
    const paper = samplePaper(kind, samples[4]);
    const word = await wordText(renderer.render(paper, madeAt));
    const html = htmlText(renderHtml([paper]).replaceAll(/<style>[\s\S]*?<\/style>/g, ''));
    expect(html, kind).toEqual(word);
    if (!word.join('').replaceAll(/\s/g, '').includes(name)) lacking.push(kind);
  }
  expect(lacking.filter((kind) => !withoutName.has(kind))).toEqual([]);
});

it('a roster of 2,000 people has them all, in their order, in Word and in HTML', async () => {
  const members = sampleMembers(2000);
  const paper = fullRoster(sampleRoster(shortData, members));
  const word = await wordText(renderer.render(paper, madeAt));
  expect(htmlText(renderHtml([paper]).replaceAll(/<style>[\s\S]*?<\/style>/g, ''))).toEqual(word);
  const names = members.map(({ name: each }) => each);
  const found = word.filter((each) => names.includes(each));
  expect(found).toEqual(names);
});

describe.skipIf(!canOpenWord())('opened in LibreOffice and saved again', () => {
  it('every kind says the same words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-archive-word-'));
    try {
      const files = documentKind.options.map((kind) => {
        const path = join(folder, `${kind}.docx`);
        writeFileSync(path, renderer.render(samplePaper(kind, samples[2]), madeAt));
        return path;
      });
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const out = join(folder, 'again');
      execFileSync('soffice', ['--headless', profile, '--convert-to', 'docx', '--outdir', out, ...files], {
        stdio: 'ignore',
      });
      for (const kind of documentKind.options) {
        const [before, after] = await Promise.all(
          [join(folder, `${kind}.docx`), join(out, `${kind}.docx`)].map(async (path) =>
            (await wordText(readFileSync(path))).join('').replaceAll(/\s/g, ''),
          ),
        );
        expect(after, kind).toBe(before);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});
