import { createRouterClient } from '@orpc/server';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentsRoutes } from '../../../src/core/routes/documents.ts';
import { sealsRoutes } from '../../../src/core/routes/seals.ts';
import { type OrganizationId, sealMonth } from '../../../src/shared/domain/ids.ts';
import { type HandUseInput } from '../../../src/shared/domain/seal.ts';
import { sealPng } from '../../../scripts/seal-picture.ts';
import { wordText, zipParts } from '../../support/document-text.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { sealRequest, useSeal } from '../../support/sample-seal.ts';
import { openSession } from '../../support/open-session.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-11-23T01:00:00.000Z');
});
afterEach(() => archive.close());

const clients = () => {
  const session = openSession(archive);
  const context = { session, ports: archive.ports };
  return {
    seals: createRouterClient(sealsRoutes, { context }),
    documents: createRouterClient(documentsRoutes, { context }),
  };
};

const fileTeam = async (name: string): Promise<OrganizationId> => {
  const { id, organizationId } = await startTeam(archive, name);
  await takeSteps(archive, id, upToCertificate);
  return organizationId;
};

const make = async (
  subjectIds: readonly string[],
  seal: typeof sealRequest | null,
  kind: 'certificate' | 'charter' = 'certificate',
) => {
  const { documents } = clients();
  let result: { fileId: string; count: number } | null = null;
  for await (const event of await documents.make({
    kind,
    format: 'docx',
    subjectIds: [...subjectIds],
    mark: null,
    issue: null,
    seal,
  })) {
    if (event.type === 'result') result = event.result;
  }
  return result!;
};

const everything = { text: '', month: null, method: null };
const pictureFile = () => new File([sealPng() as Uint8Array<ArrayBuffer>], 'seal.png');
const set = { name: '新河街道办事处', diameterMm: 42, by: '周敏', reason: '换发证书' };
const hand: HandUseInput = {
  usedOn: '2026-11-20',
  sealName: '新河街道办事处',
  title: '活动场所使用证明',
  documentNumber: null,
  organizationId: null,
  copies: 2,
  usedBy: '周敏',
  approvedBy: '郑卫国',
  purpose: '证明活动场所',
};

describe('the seal picture', () => {
  it('is kept with its facts, never shown, forbidden until somebody answers for it, wiped when it goes', async () => {
    const { seals } = clients();
    expect(await seals.state()).toEqual({ picture: null, permission: null });
    await expect(
      seals.setPermission({ allowed: true, by: '郑卫国', reason: '发证', confirmed: true }),
    ).rejects.toMatchObject({ code: 'SEAL_NOT_ALLOWED', data: { reason: 'picture' } });
    const stored = await seals.setPicture({ ...set, file: pictureFile() });
    expect(stored).toEqual({
      picture: {
        id: expect.any(String),
        name: '新河街道办事处',
        diameterMm: 42,
        dpi: expect.any(Number),
        addedAt: '2026-11-23T01:00:00.000Z',
        addedBy: '周敏',
      },
      permission: null,
    });
    const permission = { allowed: true, by: '郑卫国', reason: '发证', at: '2026-11-23T01:00:00.000Z' };
    expect(
      await seals.setPermission({ allowed: true, by: '郑卫国', reason: '发证', confirmed: true }),
    ).toEqual({ picture: stored.picture, permission });
    // Another picture has to be allowed anew.
    const next = await seals.setPicture({ ...set, file: pictureFile(), reason: '换了新章' });
    expect(next.picture?.id).not.toBe(stored.picture?.id);
    expect(next.permission).toMatchObject({ allowed: false, reason: '换了印章图片：换了新章' });
    await seals.removePicture({ by: '周敏', reason: '不再用' });
    expect((await seals.state()).picture).toBeNull();
    const kept = await archive.store.read((reader) =>
      reader.all(
        'SELECT bytes, retired_by AS by, retired_reason AS reason FROM seal_pictures ORDER BY rowid',
      ),
    );
    expect(kept).toEqual([
      { bytes: null, by: '周敏', reason: '换了新章' },
      { bytes: null, by: '周敏', reason: '不再用' },
    ]);
    await expect(
      archive.store.write((writer) => writer.run('DELETE FROM seal_permissions', [])),
    ).rejects.toThrow('seal_permissions stay');
  });

  it('prints on nothing without the permission, and then writes no line', async () => {
    const { seals } = clients();
    const id = await fileTeam('阳光里夕阳红舞蹈队');
    await expect(make([id], sealRequest)).rejects.toMatchObject({ data: { reason: 'picture' } });
    await seals.setPicture({ ...set, file: pictureFile() });
    await expect(make([id], sealRequest)).rejects.toMatchObject({ data: { reason: 'permission' } });
    await useSeal(archive);
    await seals.setPermission({ allowed: false, by: '郑卫国', reason: '盘点', confirmed: true });
    await expect(make([id], sealRequest)).rejects.toMatchObject({ data: { reason: 'permission' } });
    expect(await seals.uses({ filter: everything, offset: 0, limit: 10 })).toEqual({
      rows: [],
      total: 0,
      months: [],
    });
    await expect(
      clients().documents.make({
        kind: 'certificate',
        format: 'docx',
        subjectIds: [id],
        mark: null,
        issue: null,
        seal: { ...sealRequest, usedBy: ' ' },
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('stands on the Word file, and each paper that carries it has its line', async () => {
    const { seals, documents } = clients();
    await useSeal(archive);
    const first = await fileTeam('阳光里夕阳红舞蹈队');
    const second = await fileTeam('阳光里合唱队');
    const draft = await startTeam(archive, '阳光里书画社');
    await make([first, second, draft.organizationId], sealRequest);
    const made = await make([first], sealRequest);
    const file = await documents.takeFile({ fileId: made.fileId });
    const parts = await zipParts(new Uint8Array(await file.arrayBuffer()));
    expect([...parts.keys()].some((name) => name.endsWith('.png'))).toBe(true);
    expect((await wordText(new Uint8Array(await file.arrayBuffer()))).join()).toContain(
      '印章图片，非电子印章',
    );
    // A charter without the street's agreement carries no seal, so there is nothing to write down.
    await make([draft.organizationId], sealRequest, 'charter');
    await make([first], null);
    const { rows, total, months } = await seals.uses({ filter: everything, offset: 0, limit: 10 });
    expect(total).toBe(3);
    expect(months).toEqual(['2026-11']);
    expect(rows.map(({ sequence, organizationName }) => [sequence, organizationName])).toEqual([
      [3, '阳光里夕阳红舞蹈队'],
      [2, '阳光里合唱队'],
      [1, '阳光里夕阳红舞蹈队'],
    ]);
    expect(rows[2]).toEqual({
      sequence: 1,
      usedOn: '2026-11-23',
      method: 'picture',
      sealName: '新河街道办事处',
      documentKind: 'certificate',
      organizationId: first,
      organizationName: '阳光里夕阳红舞蹈队',
      title: '社区社会组织备案证书 阳光里夕阳红舞蹈队',
      documentNumber: '新河街社备〔2026〕1号',
      copies: 1,
      usedBy: '周敏',
      approvedBy: '郑卫国',
      purpose: '发给组织',
      recordedAt: '2026-11-23T01:00:00.000Z',
      struck: null,
    });
  });
});

describe('the register of seal uses', () => {
  it('takes uses of the real seal, strikes once, never forgets, and prints by the month', async () => {
    const { seals, documents } = clients();
    const first = await seals.recordHandUse(hand);
    await seals.recordHandUse({ ...hand, usedOn: '2026-10-09', title: '介绍信', copies: 1 });
    await expect(seals.recordHandUse({ ...hand, usedOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'usedOn', reason: 'future' },
    });
    const struck = await seals.strikeUse({ sequence: first.sequence, by: '周敏', reason: '份数写错' });
    expect(struck).toEqual({
      ...first,
      struck: { by: '周敏', reason: '份数写错', at: '2026-11-23T01:00:00.000Z' },
    });
    await expect(seals.strikeUse({ sequence: 1, by: '周敏', reason: '再划' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(seals.strikeUse({ sequence: 9, by: '周敏', reason: '没有' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const statement of ['DELETE FROM seal_uses', 'UPDATE seal_uses SET copies = 9 WHERE sequence = 2']) {
      await expect(archive.store.write((writer) => writer.run(statement, []))).rejects.toThrow(
        'seal_uses stay',
      );
    }
    const month = sealMonth.parse('2026-11');
    const found = await seals.uses({ filter: { ...everything, month }, offset: 0, limit: 10 });
    expect(found).toEqual({ rows: [struck], total: 1, months: ['2026-11', '2026-10'] });
    const named = await seals.uses({ filter: { ...everything, text: '介绍' }, offset: 0, limit: 10 });
    expect(named.rows.map(({ title }) => title)).toEqual(['介绍信']);

    expect(await documents.subjects({ kind: 'seal-register', text: '', offset: 0, limit: 10 })).toEqual({
      rows: ['2026-11', '2026-10'].map((subjectId) => ({
        kind: 'seal-register',
        subjectId,
        organizationId: null,
        name: `2026年${subjectId.slice(5)}月`,
        detail: '',
      })),
      total: 2,
    });
    const preview = await documents.preview({ kind: 'seal-register', subjectIds: [month], withSeal: false });
    expect(preview.title).toBe('用印登记簿 2026年11月');
    expect(preview.html).toContain('活动场所使用证明【划销：份数写错】');
    expect(preview.html).toContain('用印0次，共0份；划销1条');
    await expect(
      documents.preview({ kind: 'seal-register', subjectIds: ['2026-13'], withSeal: false }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await seals.exportUses({ filter: everything })).arrayBuffer());
    const sheet = workbook.worksheets[0]!;
    const cells = (row: number) =>
      Array.from({ length: 12 }, (_, index) => sheet.getRow(row).getCell(index + 1).value ?? '');
    const header = [1, 2, 3, 4, 5].find((row) => cells(row)[0] === '编号')!;
    expect(cells(header + 1)).toEqual([
      1,
      '2026-11-20',
      '活动场所使用证明',
      '',
      '',
      2,
      '新河街道办事处',
      '实物盖章',
      '周敏',
      '郑卫国',
      '证明活动场所',
      '周敏 2026-11-23：份数写错',
    ]);
  });
});
