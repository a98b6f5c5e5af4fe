import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSeal, readExit, sealDossier, unsealDossier } from '../../../src/core/services/dossier-seal.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { listRules, saveRules } from '../../../src/core/services/rules.ts';
import { holdingSeal } from '../../../src/shared/domain/exit.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { codesOf, runImportOf } from '../../support/run-import.ts';
import { disclosureOf, recordInputOf } from '../../support/sample-records.ts';
import { workbookBytes } from '../../support/workbooks.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const seal = (organizationId: OrganizationId, sealedOn = '2026-12-10') =>
  sealDossier(archive, { organizationId, sealedBy: '钱档案', sealedOn, exitedOn: null });

const ended = async (name: string): Promise<OrganizationId> => {
  archive.ports.clock.set('2026-11-23T01:00:00.000Z');
  const id = await filedTeam(archive, name);
  await dissolveTeam(archive, id);
  return id;
};

const put = (organization: OrganizationId) =>
  storeRecord(archive, { id: null, record: recordInputOf(organization, disclosureOf()) });

describe('a sealed dossier', () => {
  test('is one volume, numbered by exit order whatever the order of sealing', async () => {
    const [first, second] = [await ended('阳光里舞蹈队'), await ended('阳光里合唱队')];
    expect((await readExit(archive, first)).exit).toEqual({
      organizationId: first,
      kind: 'dissolved',
      exitedOn: '2026-12-07',
      volume: { year: 2026, number: 1 },
    });
    expect((await seal(second)).exit?.volume).toEqual({ year: 2026, number: 2 });
    expect((await seal(first)).exit?.volume).toEqual({ year: 2026, number: 1 });
  });

  test('volumes are counted through where the rules say so', async () => {
    const rules = (await listRules(archive))[0];
    if (rules === undefined) throw new Error('no rules');
    const body = { ...rules.body, exit: { ...rules.body.exit, volumes: 'continuous' as const } };
    await saveRules(archive, { ...rules, body });
    const id = await ended('阳光里舞蹈队');
    expect((await readExit(archive, id)).exit?.volume).toEqual({ year: null, number: 1 });
  });

  test('says who, when and what it holds, takes nothing more, and is opened for a correction with a reason', async () => {
    const id = await ended('阳光里舞蹈队');
    await put(id);
    const sealed = holdingSeal(await seal(id));
    expect(sealed).toMatchObject({
      sealedBy: '钱档案',
      sealedOn: '2026-12-10',
      counts: { filings: 2, certificates: 1, members: 1, records: 2, papers: 0, scans: 0 },
      opened: null,
    });
    const refused = { code: 'DOSSIER_SEALED', data: { volume: '2026 年第 1 卷' } };
    await expect(put(id)).rejects.toMatchObject(refused);
    await expect(seal(id)).rejects.toMatchObject(refused);

    const opened = await unsealDossier(archive, {
      organizationId: id,
      openedBy: '赵主任',
      reason: '补一份公开',
    });
    expect(holdingSeal(opened)).toBeNull();
    expect(opened.seals[0]?.opened).toMatchObject({ by: '赵主任', reason: '补一份公开' });
    await put(id);
    archive.ports.clock.set('2026-12-11T01:00:00.000Z');
    const again = await seal(id, '2026-12-11');
    expect(again.exit?.volume).toEqual({ year: 2026, number: 1 });
    expect(again.seals).toHaveLength(2);
    expect(holdingSeal(again)?.counts.records).toBe(3);
    expect(holdingSeal(again)?.manifestSha256).not.toBe(sealed?.manifestSha256);
  });

  test('is held against its manifest, and what differs is named', async () => {
    const id = await ended('阳光里舞蹈队');
    const record = await put(id);
    await seal(id);
    expect(await checkSeal(archive, id)).toEqual({ intact: true, differing: [] });
    await archive.store.write((writer) => {
      writer.run('UPDATE dossier_records SET title = ? WHERE id = ?', ['改过', record.id]);
      writer.run('DELETE FROM memberships WHERE organization_id = ?', [id]);
    });
    const check = await checkSeal(archive, id);
    expect(check.intact).toBe(false);
    expect(check.differing).toEqual([expect.stringMatching(/^member\//), `record/${record.id}`]);
  });

  test('takes no row of an Excel ledger or roster', async () => {
    const id = await ended('阳光里舞蹈队');
    await seal(id);
    const version = () => archive.store.read((reader) => reader.all('SELECT * FROM memberships ORDER BY id'));
    const before = [await checkSeal(archive, id), await version()];
    const report = await runImportOf(
      archive,
      await workbookBytes([
        {
          name: '台账',
          rows: [
            ['序号', '社区', '组织名称', '宗旨', '备注'],
            [1, '阳光里社区', '阳光里舞蹈队', '丰富生活', '改过'],
          ],
        },
        {
          name: '花名册',
          rows: [
            ['组织名称', '姓名', '性别', '职务'],
            ['阳光里舞蹈队', '李新人', '女', '队员'],
          ],
        },
      ]),
    );
    expect(codesOf(report, 'refused')).toEqual({ 'dossier-sealed': 2 });
    expect([await checkSeal(archive, id), await version()]).toEqual(before);
  });
});

describe('sealing is refused', () => {
  test('while the organization goes on', async () => {
    const id = await filedTeam(archive);
    await expect(seal(id)).rejects.toMatchObject({ code: 'ILLEGAL_STEP', data: { state: 'filed' } });
    expect(await readExit(archive, id)).toEqual({ exit: null, seals: [] });
  });

  test('for a day ahead, or before the end', async () => {
    const id = await ended('阳光里舞蹈队');
    await expect(seal(id, '2026-12-11')).rejects.toMatchObject({ data: { reason: 'future' } });
    await expect(seal(id, '2026-12-06')).rejects.toMatchObject({ data: { reason: 'before-previous' } });
  });

  test('without a day of the end for one that had ended before it came into the archive', async () => {
    const id = await enterOrganization(archive);
    await archive.store.write(
      (writer) => void writer.run("UPDATE organizations SET status = 'revoked' WHERE id = ?", [id]),
    );
    await expect(seal(id, '2026-11-20')).rejects.toMatchObject({ data: { field: 'exitedOn' } });
    const state = await sealDossier(archive, {
      organizationId: id,
      sealedBy: '钱档案',
      sealedOn: '2026-11-20',
      exitedOn: '2019-05-01',
    });
    expect(state.exit).toMatchObject({
      kind: 'revoked',
      exitedOn: '2019-05-01',
      volume: { year: 2019, number: 1 },
    });
  });

  test('and there is nothing to open or check where no seal holds', async () => {
    const id = await ended('阳光里舞蹈队');
    const opening = unsealDossier(archive, { organizationId: id, openedBy: '赵主任', reason: '没有封存' });
    await expect(opening).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
    await expect(checkSeal(archive, id)).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });
});
