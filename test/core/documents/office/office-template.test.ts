import { describe, expect, it } from 'vitest';
import {
  composedKinds,
  exportedTemplate,
  flawsOfTemplate,
  OfficePaperRenderer,
} from '../../../../src/core/documents/office/office-paper.ts';
import { openOfficeTemplate } from '../../../../src/core/documents/office/open-office-template.ts';
import { shownCode, templateOfPaper } from '../../../../src/core/documents/paper-facts.ts';
import { readTexts } from '../../../../src/core/scans/read-scan.ts';
import { renderHtml } from '../../../../src/core/documents/html-renderer.ts';
import { sharingSample } from '../../../../src/core/documents/samples/sample-papers.ts';
import { documentKind } from '../../../../src/shared/domain/document.ts';
import {
  canOpenWord,
  htmlText,
  openWithLibreOffice,
  wordText,
  zipParts,
} from '../../../support/document-text.ts';
import { otherData } from '../../../support/other-data.ts';
import { zipBytes } from '../../../support/workbooks.ts';
import { hostileData, longData, rareData, shortData } from '../paper-data.ts';

const madeAt = '2026-04-26T00:00:00.000Z';
const plain = { data: shortData, picture: null, bare: false, memberCount: 5 };
const kinds = documentKind.options.filter((kind) => !composedKinds.has(kind));

const oneLine = (paragraphs: readonly string[]): string[] =>
  paragraphs.map((words) => words.replaceAll('\n', '')).filter((words) => words !== '');

/** Changes the text of parts of a template as a person would in WPS. */
const edited = async (
  template: Uint8Array,
  change: (path: string, xml: string) => string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> => {
  const parts = await zipParts(template);
  const all = Object.fromEntries(
    [...parts].map(([path, bytes]) => [
      path,
      /\.(?:xml|rels)$/.test(path) ? change(path, bytes.toString('utf8')) : new Uint8Array(bytes),
    ]),
  );
  return zipBytes({ ...all, ...more });
};

describe.each(kinds)('a template of %s', (kind) => {
  it('is the same whoever its paper was made for: every fact has become a name', () => {
    const cut = (vary: <Data>(data: Data) => Data): string[] => {
      const { paper, shared } = sharingSample(kind, plain, vary);
      return oneLine(htmlText(renderHtml([templateOfPaper(paper, shared)])));
    };
    const words = cut((data) => data);
    expect(words.some((each) => each.includes('{'))).toBe(true);
    expect(cut(otherData)).toEqual(words);
  });

  it('brought back as it was exported has no flaw, and prints for others what the built-in paper says', async () => {
    const template = await openOfficeTemplate(exportedTemplate(kind, madeAt));
    expect(flawsOfTemplate(kind, template)).toEqual([]);
    const renderer = new OfficePaperRenderer(kind, template);
    for (const vary of [<Data>(data: Data) => data, otherData]) {
      const { paper, shared } = sharingSample(kind, plain, vary);
      const file = renderer.render(paper, shared);
      expect(file).not.toBeNull();
      const said = oneLine(await wordText(file!))
        .join('')
        .replaceAll(/\s/g, '');
      const builtIn = oneLine(htmlText(renderHtml([paper])))
        .join('')
        .replaceAll(/\s/g, '');
      expect(said).toBe(builtIn);
    }
  });
});

describe('a template that was edited in WPS', () => {
  it('is understood through split runs, other prefixes, revision marks, bookmarks and spell checking', async () => {
    const template = await edited(exportedTemplate('certificate', madeAt), (path, xml) => {
      if (path !== 'word/document.xml') return xml;
      return xml
        .replaceAll(
          /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">\{组织名称\}<\/w:t><\/w:r>/g,
          '<w:bookmarkStart w:id="7" w:name="名称"/><w:r w:rsidR="00A1">$1<w:t>{组</w:t></w:r><w:proofErr w:type="spellStart"/>' +
            '<w:r w:rsidRPr="00B2">$1<w:t>织名</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r>$1<w:t xml:space="preserve">称}</w:t></w:r><w:bookmarkEnd w:id="7"/>',
        )
        .replaceAll(
          '<w:p>',
          '<w:p w:rsidR="00C3D4E5" wpsCustomData:id="1" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData">',
        )
        .replace('经审核，同意备案。', '经本街道审核，准予备案。');
    });
    const opened = await openOfficeTemplate(template);
    expect(flawsOfTemplate('certificate', opened)).toEqual([]);
    const { paper, shared } = sharingSample('certificate', { ...plain, data: rareData });
    const said = (await wordText(new OfficePaperRenderer('certificate', opened).render(paper, shared)!)).join(
      '',
    );
    expect(said).toContain('经本街道审核，准予备案。');
    expect(said).toContain('𠮷祥里“㛃心”<䶮>&互助队');
    expect(said).not.toMatch(/[{}]/);
  });

  it('may leave rows out and show lines only where there is something to show', async () => {
    const template = await edited(exportedTemplate('roster-full', madeAt), (path, xml) =>
      path === 'word/document.xml'
        ? xml.replace('本表含个人信息', '{#存档}存档版本。{/存档}本表含个人信息')
        : xml,
    );
    const opened = await openOfficeTemplate(template);
    expect(flawsOfTemplate('roster-full', opened)).toEqual([]);
    const { paper, shared } = sharingSample('roster-full', { ...plain, memberCount: 200 });
    const said = await wordText(new OfficePaperRenderer('roster-full', opened).render(paper, shared)!);
    expect(said.filter((words) => words.startsWith('99010119'))).toHaveLength(200);
    expect(said.join('')).not.toContain('存档版本');
  });

  it('tells what is unknown, does not close, or was typed in full width, and what it leaves out', async () => {
    const flawsAfter = async (change: (xml: string) => string) =>
      flawsOfTemplate(
        'roster-full',
        await openOfficeTemplate(
          await edited(exportedTemplate('roster-full', madeAt), (path, xml) =>
            path === 'word/document.xml' ? change(xml) : xml,
          ),
        ),
      );
    expect(await flawsAfter((xml) => xml.replace('{联系电话}', '{家庭电话}'))).toEqual([
      { kind: 'unknown', name: '家庭电话' },
      { kind: 'missing', name: '联系电话' },
    ]);
    expect(await flawsAfter((xml) => xml.replace('{/成员}', ''))).toEqual([
      { kind: 'unclosed', name: '成员' },
    ]);
    expect(
      (await flawsAfter((xml) => xml.replace('{党员人数}', '{党员人数'))).map(({ kind }) => kind),
    ).toContain('unclosed');
    expect(await flawsAfter((xml) => xml.replace('{党员人数}', '｛党员人数｝'))).toEqual([
      { kind: 'full-width', name: '｛｝' },
      { kind: 'missing', name: '党员人数' },
    ]);
    expect(await flawsAfter((xml) => xml.replace('{党员人数}', '{constructor}'))).toContainEqual({
      kind: 'unknown',
      name: 'constructor',
    });
  });
});

describe('a paper that says more than its template', () => {
  it('is printed as built in: of another wording, or with rows that the template has no place for', () => {
    const approval = new OfficePaperRenderer('approval', exportedTemplate('approval', madeAt));
    const { paper, shared } = sharingSample('approval', plain);
    expect(approval.render({ ...paper, variant: 'change' }, shared)).toBeNull();
    const form = new OfficePaperRenderer('filing-form', exportedTemplate('filing-form', madeAt));
    const fourFounders = [...shortData.facts.founders, ...shortData.facts.founders];
    const more = sharingSample('filing-form', {
      ...plain,
      data: { ...shortData, facts: { ...shortData.facts, founders: fourFounders } },
    });
    expect(form.render(more.paper, more.shared)).toBeNull();
  });
});

describe.skipIf(!canOpenWord())('filled templates', () => {
  it('open without repair, whatever people paste', () => {
    const files = kinds.flatMap((kind) => {
      const renderer = new OfficePaperRenderer(kind, exportedTemplate(kind, madeAt));
      return [hostileData, longData].flatMap((data) => {
        const { paper, shared } = sharingSample(kind, { ...plain, data });
        return renderer.render(paper, shared) ?? [];
      });
    });
    expect(files.length).toBeGreaterThan(kinds.length);
    for (const opened of openWithLibreOffice(files)) expect(opened.pages).toBeGreaterThan(0);
  }, 240_000);
});

describe('a hostile template', () => {
  const refusal = async (bytes: Uint8Array): Promise<unknown> =>
    openOfficeTemplate(bytes).then(
      () => null,
      (error: { code?: string; data?: { reason?: string } }) => error.data?.reason ?? error,
    );
  const template = exportedTemplate('approval', madeAt);
  const same = (_: string, xml: string): string => xml;

  it('is refused with what is wrong with it', async () => {
    const inDocument = (from: string, to: string) =>
      edited(template, (path, xml) => (path === 'word/document.xml' ? xml.replace(from, to) : xml));
    const outside = (path: string, xml: string): string =>
      path === 'word/_rels/document.xml.rels'
        ? xml.replace(
            '</Relationships>',
            '<Relationship Id="r99" Type="http://x/image" Target="http://198.51.100.1/a.png" TargetMode="External"/></Relationships>',
          )
        : xml;
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['macro', await edited(template, same, { 'word/vbaProject.bin': Uint8Array.of(1, 2, 3) })],
      [
        'macro',
        await edited(template, (path, xml) =>
          path === '[Content_Types].xml'
            ? xml.replace(
                'openxmlformats-officedocument.wordprocessingml.document.main',
                'ms-word.document.macroEnabled.main',
              )
            : xml,
        ),
      ],
      ['outside', await edited(template, outside)],
      [
        'outside',
        await inDocument(
          '<w:body>',
          '<w:body><w:p><w:r><w:instrText>INCLUDEPICTURE "http://198.51.100.1"</w:instrText></w:r></w:p>',
        ),
      ],
      ['embedded', await edited(template, same, { 'word/embeddings/a.docx': Uint8Array.of(1) })],
      ['damaged', await inDocument('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document')],
      ['too-large', await edited(template, same, { 'word/media/a.xml': 'A'.repeat(12 * 1024 * 1024) })],
      ['too-large', new Uint8Array(9 * 1024 * 1024)],
      ['not-word', new TextEncoder().encode('%PDF-1.7')],
      ['not-word', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
      ['not-word', await zipBytes({ 'a.txt': 'a' })],
      ['not-word', template.slice(0, 2000)],
    ];
    const found = await Promise.all(cases.map(([, bytes]) => refusal(bytes)));
    expect(found).toEqual(cases.map(([reason]) => reason));
  });
});

describe('the verification code in a template of certificates', () => {
  const media = (parts: ReadonlyMap<string, Buffer>): Buffer[] =>
    [...parts].filter(([path]) => path.startsWith('word/media/')).map(([, bytes]) => bytes);

  it('is that of the certificate, wherever the picture was moved to, and never the one of another', async () => {
    const template = await openOfficeTemplate(
      await edited(exportedTemplate('certificate', madeAt), (path, xml) =>
        // As WPS writes what Word left out, and with the parts of the file told from its root.
        path === 'word/_rels/document.xml.rels'
          ? xml.replaceAll('Target="media/', 'Target="/word/media/')
          : xml.replace('<wp:docPr id=', '<wp:docPr hidden="0" id='),
      ),
    );
    expect(flawsOfTemplate('certificate', template)).toEqual([]);
    const [empty] = media(await zipParts(template));
    expect(await readTexts(new Uint8Array(empty!), 'image/png')).toEqual(['此处打印证书核验码']);
    const renderer = new OfficePaperRenderer('certificate', template);
    for (const vary of [<Data>(data: Data) => data, otherData]) {
      const { paper, shared } = sharingSample('certificate', plain, vary);
      const code = shownCode(paper)?.text ?? '';
      expect(code.length).toBeGreaterThan(20);
      const [filled, ...others] = media(await zipParts(renderer.render(paper, shared)!));
      expect(others).toEqual([]);
      expect(await readTexts(new Uint8Array(filled!), 'image/png')).toEqual([code]);
    }
  });

  it('may be left out, and that is told', async () => {
    const template = await edited(exportedTemplate('certificate', madeAt), (_, xml) =>
      xml.replaceAll(/<w:drawing>(?:(?!<\/w:drawing>)[\s\S])*?证书核验码[\s\S]*?<\/w:drawing>/g, ''),
    );
    expect(flawsOfTemplate('certificate', template)).toEqual([{ kind: 'missing', name: '证书核验码' }]);
    const { paper, shared } = sharingSample('certificate', plain);
    expect(new OfficePaperRenderer('certificate', template).render(paper, shared)).not.toBeNull();
  });
});
