import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { checkName } from '../../../src/core/services/name-check.ts';
import {
  exportOrganizationList,
  listOrganizations,
  saveFacts,
} from '../../../src/core/services/organizations.ts';
import { addMember, leaveRoster, removeMember } from '../../../src/core/services/roster-changes.ts';
import { findPossiblePeople, readRoster } from '../../../src/core/services/roster.ts';
import type { OrganizationFilter } from '../../../src/shared/contract/organizations.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { PersonInput } from '../../../src/shared/domain/person.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const anybody: PersonInput = {
  name: '欧阳𠮷祥',
  sex: null,
  birthDate: null,
  politicalStatus: 'party-member',
  identityKind: null,
  identityNumber: '99051619710111531７',
  phone: '138-1234-5678',
};
const asMember = (organizationId: OrganizationId) => ({
  organizationId,
  role: 'responsible-person' as const,
  roleTitle: null,
  joinedOn: '2021-04',
  leftOn: null,
  remark: null,
});
const everything: OrganizationFilter = {
  text: '',
  communityIds: [],
  statuses: [],
  fourClasses: [],
  settlement: null,
  proposedRegistration: null,
  lacking: null,
  due: null,
};
const byName = { by: 'name', descending: false } as const;

describe('the roster', () => {
  test('proves the identity number, fills in birth and sex, and shows numbers masked only', async () => {
    const organization = await enterOrganization(archive);
    const row = await addMember(archive, { person: anybody, membership: asMember(organization) });
    expect(row).toMatchObject({
      name: '欧阳𠮷祥',
      sex: 'male',
      birthMonth: '1971-01',
      maskedIdentityNumber: '990***********5317',
      maskedPhone: '138****5678',
      otherOrganizations: [],
    });
    expect(JSON.stringify(row)).not.toContain('19710111');
  });

  test('refuses a wrong check digit and leaves nothing behind', async () => {
    const organization = await enterOrganization(archive);
    const person = { ...anybody, identityNumber: '990516197101115318' };
    await expect(addMember(archive, { person, membership: asMember(organization) })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'identityNumber', reason: 'identity-check-digit' },
    });
    expect(
      await readRoster(archive, { organizationId: organization, text: '', includeFormer: true, asOf: null }),
    ).toEqual([]);
  });

  test('keeps one person in two organizations, and counts Party members in each', async () => {
    const dance = await enterOrganization(archive, '阳光里夕阳红舞蹈队');
    const choir = await enterOrganization(archive, '阳光里向日葵合唱团');
    const first = await addMember(archive, { person: anybody, membership: asMember(dance) });
    const second = await addMember(archive, {
      person: { ...anybody, phone: null },
      membership: asMember(choir),
    });
    expect(second.personId).toBe(first.personId);
    expect(second).toMatchObject({ otherOrganizations: ['阳光里夕阳红舞蹈队'], maskedPhone: '138****5678' });
    await expect(addMember(archive, { person: anybody, membership: asMember(dance) })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'member' },
    });
    const { rows } = await listOrganizations(archive, {
      filter: everything,
      sort: byName,
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ memberCount, partyMemberCount }) => [memberCount, partyMemberCount])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('a leaving member stays in the history; a mistaken entry is taken off', async () => {
    const organization = await enterOrganization(archive);
    const row = await addMember(archive, { person: anybody, membership: asMember(organization) });
    const { membershipId } = row;
    await leaveRoster(archive, { membershipId, leftOn: '2026-01-01', reason: 'moved', note: null });
    expect(
      await readRoster(archive, { organizationId: organization, text: '', includeFormer: false, asOf: null }),
    ).toEqual([]);
    expect(
      await readRoster(archive, {
        organizationId: organization,
        text: '𠮷',
        includeFormer: true,
        asOf: null,
      }),
    ).toHaveLength(1);
    await removeMember(archive, row.membershipId);
    expect(
      await readRoster(archive, { organizationId: organization, text: '', includeFormer: true, asOf: null }),
    ).toEqual([]);
  });

  test('finds who could be meant', async () => {
    const organization = await enterOrganization(archive);
    await addMember(archive, { person: anybody, membership: asMember(organization) });
    const meant = await findPossiblePeople(archive, { name: '别人', identityNumber: '990516197101115317' });
    expect(meant.map(({ name, organizations }) => [name, organizations])).toEqual([
      ['欧阳𠮷祥', ['阳光里夕阳红舞蹈队']],
    ]);
  });
});

describe('the list', () => {
  test('filters by text, pinyin initials and what is lacking, and orders Chinese names by sound', async () => {
    for (const name of ['阳光里夕阳红舞蹈队', '阳光里爱心超市', '阳光里和谐书画社'])
      await enterOrganization(archive, name);
    const names = async (filter: Partial<OrganizationFilter>): Promise<string[]> =>
      (
        await listOrganizations(archive, {
          filter: { ...everything, ...filter },
          sort: byName,
          offset: 0,
          limit: 10,
        })
      ).rows.map(({ name }) => name);
    expect(await names({})).toEqual(['阳光里爱心超市', '阳光里和谐书画社', '阳光里夕阳红舞蹈队']);
    expect(await names({ text: '书画' })).toEqual(['阳光里和谐书画社']);
    expect(await names({ text: 'wdd' })).toEqual(['阳光里夕阳红舞蹈队']);
    expect(await names({ text: '%' })).toEqual([]);
    expect(await names({ lacking: 'filing-number' })).toHaveLength(3);
    expect(await names({ settlement: 'rural' })).toEqual([]);
  });

  test('leaves as a workbook of text cells that no spreadsheet runs', async () => {
    await enterOrganization(archive, '=HYPERLINK("http://x")队');
    const file = await exportOrganizationList(archive, { filter: everything, sort: byName });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await file.arrayBuffer());
    const sheet = workbook.worksheets[0];
    const shown = new Map<unknown, unknown>();
    sheet
      ?.getRow(3)
      .eachCell((header, column) => shown.set(header.value, sheet.getRow(4).getCell(column).value));
    expect(shown.get('组织名称')).toBe('\'=HYPERLINK("http://x")队');
    expect(shown.get('联系电话')).toBe('138****5678');
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '1:3' });
  });
});

describe('facts', () => {
  test('of a filed organization change by a change filing only, but what was never recorded may be filled in', async () => {
    const id = await enterOrganization(archive);
    const { organization } = await readDossier(archive, id);
    await archive.store.write(
      (writer) => void writer.run("UPDATE organizations SET status = 'filed' WHERE id = ?", [id]),
    );
    const facts = { ...organization, funds: '会费' };
    expect(await saveFacts(archive, id, facts)).toMatchObject({ funds: '会费' });
    await expect(saveFacts(archive, id, { ...facts, premises: '别处' })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'facts', reason: 'needs-change-filing' },
    });
    expect(await saveFacts(archive, id, { ...facts, remark: '备注' })).toMatchObject({ remark: '备注' });
  });

  test('a name like another is told, and words to look at twice', async () => {
    const id = await enterOrganization(archive, '阳光里夕阳红舞蹈队');
    expect(await checkName(archive, '阳光里 夕阳红舞蹈队', null)).toEqual({
      similar: [{ id, name: '阳光里夕阳红舞蹈队', exact: true }],
      hints: [],
    });
    expect((await checkName(archive, '阳光里夕阳红舞蹈团', null)).similar).toMatchObject([{ exact: false }]);
    expect((await checkName(archive, '阳光里夕阳红舞蹈队', id)).similar).toEqual([]);
    expect((await checkName(archive, '三号楼业委会', null)).hints[0]).toMatchObject({ word: '业委会' });
  });
});

describe('the dossier', () => {
  test('names each gap with its clause, and is complete to the share of what is there', async () => {
    const id = await enterOrganization(archive);
    const before = await readDossier(archive, id);
    expect(before.gaps.map(({ code }) => code)).toEqual([
      'responsible-person',
      'filing-number',
      'filed-on',
      'certificate',
      'held-copies',
      'roster-empty',
      'responsible-person-on-roster',
    ]);
    expect(before.gaps.every(({ basis }) => basis.startsWith('第'))).toBe(true);
    await addMember(archive, { person: anybody, membership: asMember(id) });
    const after = await readDossier(archive, id);
    expect(after.completeness).toBeGreaterThan(before.completeness);
    expect(after.parts.find(({ part }) => part === 'roster')).toMatchObject({
      percent: 100,
      summary: '1 人',
    });
    expect(after.parts.find(({ part }) => part === 'disclosures')).toMatchObject({
      summary: '还没有记录',
    });
    expect(after.timeline.map(({ on, title }) => [on, title])).toEqual([
      ['2021-04', '1 人加入'],
      ['2021-03', '成立'],
    ]);
  });
});
