import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../../src/core/documents/finish-pdf.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { sampleData } from '../../../src/core/documents/samples/sample-organization.ts';
import { samplePaper } from '../../../src/core/documents/samples/sample-papers.ts';
import { srgbProfile } from '../../../src/core/documents/srgb-profile.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import type { DocumentKind } from '../../../src/shared/domain/document.ts';
import { describePdfBytes } from '../../support/document-text.ts';
import { sampleSeal } from '../../../scripts/seal-picture.ts';

const printer = openChromiumPdfPrinter();
const ready = await printer.available();
afterAll(() => printer.close());

const about = {
  title: '批复〈一〉&',
  author: '新河街道办事处',
  subject: '批复',
  madeAt: '2026-11-25T03:00:00.000Z',
};
const kinds: readonly DocumentKind[] = ['certificate', 'approval', 'roster-full', 'survey-result'];

const kept = async (paper: PaperDocument): Promise<Uint8Array> => {
  const { page, decoration } = paper;
  const pdf = await printer.print(renderHtml([paper]), page.paper);
  return finishPdf(pdf, { decoration, page, archival: about });
};

const name = (value: string): PDFName => PDFName.of(value);

const streamAt = (dictionary: PDFDict, entry: string): PDFRawStream => {
  const found = dictionary.lookup(name(entry));
  if (!(found instanceof PDFRawStream)) throw new Error(`no stream ${entry}`);
  return found;
};

/** Every dictionary of a file, those within others included. */
const dictionaries = (document: PDFDocument): PDFDict[] => {
  const found: PDFDict[] = [];
  const read = (object: PDFObject): void => {
    if (object instanceof PDFRawStream) read(object.dict);
    if (object instanceof PDFDict) {
      found.push(object);
      for (const [, value] of object.entries()) if (!(value instanceof PDFRef)) read(value);
    }
    if (object instanceof PDFArray)
      for (const value of object.asArray()) if (!(value instanceof PDFRef)) read(value);
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) read(object);
  return found;
};

/**
 * The rules of ISO 19005-2 at level B that a file of Chromium can break, read from its objects. No validator was at hand;
 * what this does not see (glyph widths against their programs, colour in every content stream) is not proved by it.
 */
const breaches = async (bytes: Uint8Array): Promise<string[]> => {
  const text = Buffer.from(bytes).toString('latin1');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const broken: string[] = [];
  const hold = (rule: string, kept: boolean): void =>
    void (kept || broken.includes(rule) || broken.push(rule));
  hold('6.1.2 header', /^%PDF-1\.[4-7]\n%[\u0080-\u00ff]{4}/.test(text));
  hold('6.1.3 no encryption', context.trailerInfo.Encrypt === undefined);
  const id = context.trailerInfo.ID;
  hold('6.1.3 identifier', id instanceof PDFArray && id.size() === 2 && id.get(0) instanceof PDFHexString);
  hold('6.1.3 nothing behind the end', /%%EOF\s?$/.test(text));
  for (const forbidden of ['OpenAction', 'AA', 'Names', 'AcroForm', 'OCProperties', 'Requirements'])
    hold(`6.6 catalogue without ${forbidden}`, !catalog.has(name(forbidden)));
  const intent = catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
  hold('6.2.3 output intent', intent.get(name('S')) === name('GTS_PDFA1'));
  const profile = streamAt(intent, 'DestOutputProfile');
  hold('6.2.3 profile', profile.dict.lookup(name('N'), PDFNumber).asNumber() === 3);
  hold('6.2.3 profile bytes', Buffer.from(inflateSync(profile.contents)).equals(Buffer.from(srgbProfile())));
  const metadata = streamAt(catalog, 'Metadata');
  hold('6.6.2 metadata unpacked', !metadata.dict.has(name('Filter')));
  for (const dictionary of dictionaries(document)) {
    const type = dictionary.get(name('Type'));
    const subtype = dictionary.get(name('Subtype'));
    // Fonts of type 3 are drawings and need no file.
    if (type === name('Font') && subtype === name('Type3'))
      hold('6.2.11 outlines', dictionary.has(name('CharProcs')));
    if (
      type === name('Font') &&
      ['TrueType', 'Type1', 'CIDFontType0', 'CIDFontType2'].some((kind) => subtype === name(kind))
    ) {
      const descriptor = dictionary.lookup(name('FontDescriptor'));
      hold(
        '6.2.11 fonts embedded',
        descriptor instanceof PDFDict &&
          ['FontFile', 'FontFile2', 'FontFile3'].some((file) => descriptor.has(name(file))),
      );
    }
    if (subtype === name('CIDFontType2')) hold('6.2.11.3 map', dictionary.has(name('CIDToGIDMap')));
    if (subtype === name('Image')) {
      hold('6.2.8 not smoothed', dictionary.get(name('Interpolate'))?.toString() !== 'true');
      hold('6.2.8 no alternates', !dictionary.has(name('Alternates')) && !dictionary.has(name('OPI')));
    }
    if (subtype === name('Form'))
      hold(
        '6.2.9 plain forms',
        !dictionary.has(name('PS')) && !dictionary.has(name('Ref')) && !dictionary.has(name('OPI')),
      );
    hold('6.1.7.2 no foreign file', !dictionary.has(name('F')) || subtype === name('Link'));
    hold('6.1.7.2 no LZW', !String(dictionary.get(name('Filter')) ?? '').includes('LZW'));
    hold('6.2.5 no transfer function', !dictionary.has(name('TR')) && !dictionary.has(name('HTP')));
    hold(
      '6.5 nothing runs',
      dictionary.get(name('S')) !== name('JavaScript') && dictionary.get(name('S')) !== name('Launch'),
    );
    for (const entry of ['CA', 'ca'])
      if (dictionary.has(name(entry))) {
        const value = Number(String(dictionary.get(name(entry))));
        hold('6.2.10 opacity', value >= 0 && value <= 1);
      }
  }
  // Device colours mean what the output intent says: it is RGB, so CMYK means nothing.
  const streams = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
  for (const stream of streams) {
    if (stream.dict.get(name('Filter')) !== name('FlateDecode') || stream.dict.has(name('Width'))) continue;
    const operators = inflateSync(stream.contents).toString('latin1');
    if (/[^\t\n\r -~]/.test(operators.slice(0, 200))) continue;
    hold('6.2.4 no CMYK', !/(?:^|\s)(?:[\d.]+\s+){4}[kK]\s/.test(operators));
    hold('6.2.2 known operators only', !/\bBX\b/.test(operators));
  }
  return broken;
};

describe('the colour profile that goes with kept papers', () => {
  it('is a whole sRGB profile of version 2, the same every time', () => {
    const bytes = Buffer.from(srgbProfile());
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
    const tags = new Map<string, [number, number]>();
    for (let at = 0; at < bytes.readUInt32BE(128); at += 1) {
      const entry = 132 + 12 * at;
      tags.set(bytes.toString('latin1', entry, entry + 4), [
        bytes.readUInt32BE(entry + 4),
        bytes.readUInt32BE(entry + 8),
      ]);
    }
    expect([...tags.keys()]).toEqual([
      'desc',
      'cprt',
      'wtpt',
      'rXYZ',
      'gXYZ',
      'bXYZ',
      'rTRC',
      'gTRC',
      'bTRC',
    ]);
    for (const [offset, length] of tags.values()) {
      expect(offset % 4).toBe(0);
      expect(offset + length).toBeLessThanOrEqual(bytes.length);
    }
    const fixed = (tag: string): number[] =>
      [8, 12, 16].map((at) => bytes.readInt32BE((tags.get(tag)?.[0] ?? 0) + at) / 65536);
    // The three primaries together are the white of D50.
    const sum = ['rXYZ', 'gXYZ', 'bXYZ'].map(fixed).reduce((a, b) => a.map((value, at) => value + b[at]!));
    [0.9642, 1, 0.8249].forEach((white, at) => expect(sum[at]).toBeCloseTo(white, 3));
    const curve = tags.get('rTRC')?.[0] ?? 0;
    const middle = bytes.readUInt16BE(curve + 12 + 2 * 512) / 65535;
    expect(middle).toBeCloseTo(((512 / 1023 + 0.055) / 1.055) ** 2.4, 4);
  });
});

describe.skipIf(!ready)('a paper that is kept', () => {
  let files: Uint8Array[] = [];
  beforeAll(async () => {
    files = [];
    for (const kind of kinds)
      files.push(
        await kept(
          samplePaper(kind, {
            data: sampleData,
            picture: sampleSeal(),
            memberCount: 40,
            bare: false,
          }),
        ),
      );
  }, 60_000);

  it('keeps the rules of PDF/A-2b that can be read from its objects', async () => {
    for (const [index, file] of files.entries()) expect(await breaches(file), kinds[index]).toEqual([]);
  });

  it('breaks them as Chromium leaves it, so that the check can fail', async () => {
    const paper = samplePaper('approval', { data: sampleData, picture: null, memberCount: 0, bare: false });
    const raw = await printer.print(renderHtml([paper]), paper.page.paper);
    await expect(breaches(raw)).rejects.toThrow();
  });

  it('says the same in its metadata as in its properties, and opens with every page', async () => {
    const [file] = files;
    const document = await PDFDocument.load(file!, { updateMetadata: false });
    const xmp = Buffer.from(streamAt(document.catalog, 'Metadata').contents).toString('utf8');
    const words = (tag: string): string =>
      new RegExp(`<${tag}>(?:<[^>]*>)*([^<]*)`).exec(xmp)?.[1]?.replace('&amp;', '&') ?? '';
    expect([words('pdfaid:part'), words('pdfaid:conformance')]).toEqual(['2', 'B']);
    expect([words('dc:title'), document.getTitle()]).toEqual([about.title, about.title]);
    expect([words('dc:creator'), document.getAuthor()]).toEqual([about.author, about.author]);
    expect(words('xmp:CreateDate')).toBe('2026-11-25T03:00:00Z');
    expect(document.getCreationDate()?.toISOString()).toBe(about.madeAt);
    expect(describePdfBytes(file!)).toMatchObject({ pages: 1 });
  });
});
