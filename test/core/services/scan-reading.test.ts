import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveStore } from '../../../src/core/db/archive-store.ts';
import { openPdf } from '../../../src/core/previews/pdf-pages.ts';
import { openAttachment } from '../../../src/core/attachments/attachments.ts';
import { openScanReader, type ScanReader } from '../../../src/core/scans/scan-reader.ts';
import { readPapers } from '../../../src/core/services/dossier-files.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { fileInboxItem, readInbox, takeIn } from '../../../src/core/services/scan-inbox.ts';
import { inboxPlaces, inboxRows } from '../../../src/core/services/scan-places.ts';
import { readItem } from '../../../src/core/services/scan-reading.ts';
import { undoFiling } from '../../../src/core/services/scan-undo.ts';
import type { InboxItem } from '../../../src/shared/domain/scan-inbox.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { startTeam, stepOf, takeSteps, upToCertificate, upToNotice } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { recordInputOf, surveyOf } from '../../support/sample-records.ts';
import { codeOf, namelessScan, scannedPdf, scanOf } from '../../support/sample-scans.ts';

let archive: TestArchive;
let reader: ScanReader;
beforeEach(async () => {
  archive = await openTestArchive();
  reader = openScanReader();
});
afterEach(async () => {
  await reader.close();
  await archive.close();
});

const read = async (fileName: string, bytes: Uint8Array): Promise<InboxItem> => {
  const { item } = await takeIn(archive, fileName, bytes);
  await readItem(archive, reader, item.id);
  const all = [...(await readInbox(archive, 'waiting')), ...(await readInbox(archive, 'filed'))];
  const found = all.find(({ id }) => id === item.id);
  if (found === undefined) throw new Error('the item is gone');
  return found;
};

describe('a form that comes back', () => {
  it('proves the step that it was signed for, once, and lies ready for the next', async () => {
    const team = await startTeam(archive);
    await takeSteps(archive, team.id, [
      stepOf('submit', '2026-11-02'),
      stepOf('committee-pass', '2026-11-04'),
    ]);
    const first = await read('扫描001.png', scanOf(archive, 'filing-form', team.id));
    expect(first).toMatchObject({
      state: 'filed',
      filedAs: { to: 'filing', filingId: team.id, step: 2 },
      reading: { finding: 'code', pages: 1 },
    });
    expect((await getFiling(archive, team.id)).steps[1]?.attachmentIds).toEqual([first.paper.id]);

    // The same form again, with the street's stamp to come: the committee's step has its proof already.
    const again = await read('扫描002.png', scanOf(archive, 'filing-form', team.organizationId));
    expect(again.filedAs).toEqual({ to: 'filing', filingId: team.id, step: null });
  });

  it('goes by the organization to its open filing, and to a part where there is none', async () => {
    const team = await startTeam(archive);
    await takeSteps(archive, team.id, upToCertificate);
    const receipt = await read(
      'a.png',
      scanOf(archive, 'certificate-receipt', (await getFiling(archive, team.id)).certificateId ?? ''),
    );
    expect(receipt.filedAs).toEqual({ to: 'filing', filingId: team.id, step: 6 });

    const change = await startFilingOn(archive, {
      organizationId: team.organizationId,
      kind: 'change',
      entryMode: 'live',
    });
    const charter = await read('b.png', scanOf(archive, 'charter', team.organizationId));
    expect(charter.filedAs).toEqual({ to: 'filing', filingId: change.id, step: null });

    const roster = await read('c.png', scanOf(archive, 'roster-public', team.organizationId));
    expect(roster.filedAs).toMatchObject({ to: 'dossier', part: 'roster' });
    const { files } = await readPapers(archive, { organizationId: team.organizationId, recordId: null });
    expect(files.map(({ part }) => part)).toEqual(['roster']);
  });

  it('can be taken back, and waits as if nobody had filed it; not while it proves another step', async () => {
    const team = await startTeam(archive);
    await takeSteps(archive, team.id, [stepOf('submit', '2026-11-02')]);
    const form = await read('a.png', scanOf(archive, 'filing-form', team.id));
    expect(form.filedAs).toEqual({ to: 'filing', filingId: team.id, step: null });
    expect((await undoFiling(archive, form.id)).state).toBe('waiting');
    expect((await getFiling(archive, team.id)).attachments).toEqual([]);
    await expect(undoFiling(archive, form.id)).rejects.toMatchObject({ code: 'CONFLICT' });

    await fileInboxItem(archive, form.id, { to: 'filing', filingId: team.id, step: null });
    await takeSteps(archive, team.id, [
      stepOf('committee-pass', '2026-11-04', { attachmentIds: [form.paper.id] }),
    ]);
    await expect(undoFiling(archive, form.id)).rejects.toMatchObject({ code: 'SCAN_IN_USE' });

    const roster = await read('c.png', scanOf(archive, 'roster-full', team.organizationId));
    await undoFiling(archive, roster.id);
    const { files } = await readPapers(archive, { organizationId: team.organizationId, recordId: null });
    expect(files).toEqual([]);
  });

  it('of a record goes to the record', async () => {
    const team = await startTeam(archive);
    const survey = await storeRecord(archive, {
      id: null,
      record: recordInputOf(team.organizationId, surveyOf()),
    });
    const sheet = await read('a.png', scanOf(archive, 'survey-result', survey.id));
    expect(sheet.filedAs).toMatchObject({ to: 'dossier', part: 'reports-and-surveys', recordId: survey.id });
  });
});

describe('a scan of several papers', () => {
  it('is parted: each part goes to its own, an unnamed page waits, the whole stays as it came', async () => {
    const [one, other] = [await startTeam(archive), await startTeam(archive, '和平里合唱团')];
    const bytes = await scannedPdf([
      codeOf(archive, 'filing-form', one.id),
      codeOf(archive, 'filing-form', one.id),
      codeOf(archive, 'charter', other.organizationId),
      null,
    ]);
    const whole = await read('批量.pdf', bytes);
    expect(whole).toMatchObject({ state: 'filed', filedAs: null, reading: { finding: 'parted', pages: 4 } });
    expect((await openAttachment(archive, whole.paper.id)).bytes).toEqual(bytes);

    const parts = (await readInbox(archive, 'filed')).filter(({ parent }) => parent !== null);
    expect(new Map(parts.map(({ parent, filedAs }) => [parent, filedAs]))).toEqual(
      new Map([
        [
          { id: whole.id, fileName: '批量.pdf', from: 1, to: 2 },
          { to: 'filing', filingId: one.id, step: null },
        ],
        [
          { id: whole.id, fileName: '批量.pdf', from: 3, to: 3 },
          { to: 'filing', filingId: other.id, step: null },
        ],
      ]),
    );
    expect(await readInbox(archive, 'waiting')).toMatchObject([
      {
        parent: { from: 4, to: 4 },
        reading: { finding: 'none', pages: 1 },
        suggestion: { target: { to: 'filing', filingId: other.id, step: null } },
      },
    ]);
    const [scan] = (await getFiling(archive, one.id)).attachments;
    const pages = await openPdf((await openAttachment(archive, scan!.id)).bytes);
    expect([scan?.fileName, pages.count]).toEqual(['批量_第1至2页.pdf', 2]);
    pages.close();
  });

  it('cut off at any of its works, is read anew and filed once', async () => {
    const [one, other] = [await startTeam(archive), await startTeam(archive, '和平里合唱团')];
    const bytes = await scannedPdf([
      codeOf(archive, 'filing-form', one.id),
      codeOf(archive, 'filing-form', other.id),
    ]);
    const { item } = await takeIn(archive, '批量.pdf', bytes);
    for (let works = 0; works < 3; works += 1) {
      const killed = { ...archive, store: dyingAfter(archive.store, works) };
      await expect(readItem(killed, reader, item.id)).rejects.toThrow('cut off');
      expect(await readInbox(archive, 'waiting')).toMatchObject([{ id: item.id, reading: null }]);
      expect((await getFiling(archive, one.id)).attachments).toEqual([]);
    }
    await readItem(archive, reader, item.id);
    for (const { id } of [one, other]) expect((await getFiling(archive, id)).attachments).toHaveLength(1);
    // Whoever looks again at what is settled changes nothing.
    await readItem(archive, reader, item.id);
    for (const { id } of [one, other]) expect((await getFiling(archive, id)).attachments).toHaveLength(1);
  });
});

/** A store whose process dies within the write after so many. */
const dyingAfter = (store: ArchiveStore, writes: number): ArchiveStore => {
  let left = writes;
  return {
    ...store,
    write: (work) =>
      store.write(async (writer) => {
        const result = await work(writer);
        if (left === 0) throw new Error('cut off');
        left -= 1;
        return result;
      }),
  };
};

describe('a scan that cannot go by itself', () => {
  it.each([
    ['nothing', 'none', () => namelessScan()],
    [
      'another office',
      'foreign',
      () => scanOf({ keys: { ...archive.keys, lookup: new Uint8Array(32) } }, 'charter', 'a'),
    ],
    ['something that is gone', 'gone', () => scanOf(archive, 'charter', 'nobody')],
    ['a whole community', 'nowhere', () => scanOf(archive, 'notice-board', 'id00000001')],
  ] as const)('naming %s waits', async (_, finding, bytes) => {
    expect(await read('x.png', bytes())).toMatchObject({
      state: 'waiting',
      reading: { finding },
      suggestion: null,
    });
  });

  it('waits where its dossier is sealed, and what was filed there before is not taken back', async () => {
    const team = await filedTeam(archive);
    const before = await read('a.png', scanOf(archive, 'roster-public', team));
    await dissolveTeam(archive, team);
    await sealDossier(archive, {
      organizationId: team,
      sealedBy: '钱档案',
      sealedOn: '2026-12-10',
      exitedOn: null,
    });
    const late = await read('b.png', scanOf(archive, 'roster-full', team));
    expect(late).toMatchObject({ state: 'waiting', reading: { finding: 'sealed' } });
    await expect(undoFiling(archive, before.id)).rejects.toMatchObject({ code: 'DOSSIER_SEALED' });
  });

  it('waits with a suggestion from the name of its file, which a clerk confirms', async () => {
    const team = await startTeam(archive);
    await startTeam(archive, '夕阳红舞蹈队');
    const form = await read('2026-11 阳光里夕阳红舞蹈队 备案表.png', namelessScan(1));
    expect(form.suggestion?.target).toEqual({ to: 'filing', filingId: team.id, step: null });
    const roster = await read('阳光里夕阳红舞蹈队花名册.png', namelessScan(2));
    expect(roster.suggestion?.target).toMatchObject({ to: 'dossier', part: 'roster' });
    const both = await read('阳光里夕阳红舞蹈队、和平里夕阳红舞蹈队.png', namelessScan(3));
    expect(both.suggestion?.target).toMatchObject({ to: 'filing' });

    const [row] = await inboxRows(archive, [form]);
    expect(row?.suggested).toEqual({
      organizationId: team.organizationId,
      organizationName: '阳光里夕阳红舞蹈队',
      place: '首次备案 · 材料',
    });
    await fileInboxItem(archive, form.id, form.suggestion!.target!);
    expect((await getFiling(archive, team.id)).attachments).toHaveLength(1);
  });

  it('can go everywhere in a dossier, the filing under way first', async () => {
    const team = await startTeam(archive);
    await takeSteps(archive, team.id, upToNotice);
    const places = await inboxPlaces(archive, team.organizationId);
    expect(places.map(({ words }) => words.place).slice(0, 7)).toEqual([
      '首次备案 · 材料',
      '首次备案 · 开始公示',
      '首次备案 · 街道审核同意',
      '首次备案 · 初审通过并上报',
      '首次备案 · 提交申请',
      '章程及备案表',
      '成员花名册',
    ]);
  });
});
