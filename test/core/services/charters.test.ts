import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { charterChapters } from '../../../src/core/documents/templates/charter-text.ts';
import { fieldText } from '../../../src/core/documents/blocks.ts';
import { readWordText } from '../../../src/core/interchange/word-text.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { filingChecklist } from '../../../src/core/services/filing-checklist.ts';
import { saveFilingFacts, startFilingOn } from '../../../src/core/services/filings-start.ts';
import { readCharter, saveCharterText } from '../../../src/core/services/charters.ts';
import { readFilingPapers } from '../../../src/core/services/document-data.ts';
import type { CharterText } from '../../../src/shared/domain/charter.ts';
import type { FilingId, OrganizationId } from '../../../src/shared/domain/ids.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-12-31T01:00:00.000Z');
});
afterEach(() => archive.close());

const printed = async (id: OrganizationId): Promise<string> => {
  const [data] = await readFilingPapers(archive, [id]);
  return charterChapters(data!)
    .flatMap(({ articles }) => articles)
    .flatMap(({ text, items = [] }) => [text, ...items])
    .map((inlines) => inlines.map(fieldText).join(''))
    .join('\n');
};

/** The model text with one more article in its first chapter. */
const withArticle = async (id: FilingId, text: string): Promise<CharterText> => {
  const { model } = await readCharter(archive, id);
  const [first, ...rest] = model.chapters;
  return {
    chapters: [{ ...first!, articles: [...first!.articles, { code: null, text, items: [] }] }, ...rest],
  };
};

describe('the charter of a filing', () => {
  test('is the model text until one is written, and the paper prints what is written', async () => {
    const { id, organizationId } = await startTeam(archive);
    expect(await readCharter(archive, id)).toMatchObject({ editable: true, edited: false });
    expect(await printed(organizationId)).toContain('由阳光里社区党委兜底管理');
    const text = await withArticle(id, '本组织在{活动场所}排练，音量以不扰民为限。');
    expect(await saveCharterText(archive, { filingId: id, text })).toMatchObject({ edited: true, text });
    expect(await printed(organizationId)).toContain('本组织在阳光里社区文化广场排练，音量以不扰民为限。');
    await saveCharterText(archive, { filingId: id, text: null });
    expect(await printed(organizationId)).not.toContain('扰民');
  });

  test('follows the facts while it is a draft, and stays as it was filed from then on', async () => {
    const { id, organizationId, facts } = await startTeam(archive);
    const text = await withArticle(id, '本组织在{活动场所}排练。');
    await saveCharterText(archive, { filingId: id, text });
    await saveFilingFacts(archive, {
      id,
      facts: { ...facts, premises: '新河公园' },
      responsiblePerson: null,
    });
    expect(await printed(organizationId)).toContain('本组织在新河公园排练。');
    await takeSteps(archive, id, upToCertificate);
    expect(await readCharter(archive, id)).toMatchObject({ editable: false, edited: true });
    await expect(saveCharterText(archive, { filingId: id, text: null })).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
    });

    const change = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
    expect((await readCharter(archive, change.id)).text).toEqual(text);
    await saveFilingFacts(archive, {
      id: change.id,
      facts: { ...change.facts, premises: '文化站' },
      responsiblePerson: null,
    });
    expect(await printed(organizationId)).toContain('本组织在文化站排练。');
    await advanceFiling(archive, change.id, stepOf('withdraw', '2026-12-20'));
    expect(await printed(organizationId)).toContain('本组织在新河公园排练。');
    const old = await readCharter(archive, id);
    expect(old.text.chapters[0]?.articles.at(-1)?.text).toBe('本组织在新河公园排练。');
  });

  test('that lacks clauses is saved, and keeps the material from being complete', async () => {
    const { id } = await startTeam(archive);
    const { model } = await readCharter(archive, id);
    const text = { chapters: model.chapters.filter(({ title }) => title !== '终止') };
    await saveCharterText(archive, { filingId: id, text });
    const [charter] = await filingChecklist(archive, id);
    expect(charter).toMatchObject({
      code: 'charter',
      present: false,
      hint: '章程还缺条款：终止的程序、剩余财产的处理',
    });
    expect((await advanceFiling(archive, id, stepOf('submit', '2026-11-02'))).state).toBe('applied');
  });

  test('of old paper may be entered when its certificate long is', async () => {
    const { id, organizationId } = await startTeam(archive, '阳光里老队', 'back-entry');
    await advanceFiling(archive, id, stepOf('issue-certificate', '2019-05-05'));
    const text = await withArticle(id, '本队逢年过节为老人演出。');
    expect(await saveCharterText(archive, { filingId: id, text })).toMatchObject({ editable: true });
    expect(await printed(organizationId)).toContain('本队逢年过节为老人演出。');
  });
});

describe('a Word document', () => {
  test('gives its words, one line a paragraph', async () => {
    const { Document, Packer, Paragraph, TextRun } = await import('docx');
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun('第一条　'), new TextRun('坚持“党的领导” & <𠮷祥>。')] }),
            new Paragraph('第二条　可以退出。'),
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    expect(await readWordText(bytes)).toBe('第一条　坚持“党的领导” & <𠮷祥>。\n第二条　可以退出。');
  });

  test.each([
    ['not-word', Buffer.from('章程')],
    ['encrypted', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['not-word', readFileSync('resources/rule-packs/default.json')],
  ])('that is %s is refused', async (reason, bytes) => {
    await expect(readWordText(new Uint8Array(bytes))).rejects.toMatchObject({
      code: 'WORD_UNREADABLE',
      data: { reason },
    });
  });
});
