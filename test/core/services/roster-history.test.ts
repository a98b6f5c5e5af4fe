import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freezeLedger } from '../../../src/core/services/ledger-snapshot.ts';
import { rulesOn } from '../../../src/core/services/rules.ts';
import {
  addMember,
  changeMember,
  leaveRoster,
  rejoinRoster,
  undoLeave,
} from '../../../src/core/services/roster-changes.ts';
import { readFullRoster, readPublicRoster } from '../../../src/core/services/roster-papers.ts';
import {
  readSnapshotRows,
  readSnapshots,
  takeSnapshot,
} from '../../../src/core/services/roster-snapshots.ts';
import { exportRoster, readRoster, readStays } from '../../../src/core/services/roster.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { ledgerPeriod } from '../../../src/shared/domain/ledger-period.ts';
import { isOnRoster } from '../../../src/shared/domain/roster-day.ts';
import type { RosterRow } from '../../../src/shared/domain/person.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { memberOf } from '../../support/members.ts';
import { workbookRows } from '../../support/workbooks.ts';

let archive: TestArchive;
let team: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
});
afterEach(() => archive.close());

const add = (
  name: string,
  joinedOn: string | null,
  change: Parameters<typeof memberOf>[1] = {},
): Promise<RosterRow> => addMember(archive, memberOf(team, { name, joinedOn, ...change }));
const namesOn = async (asOf: string | null): Promise<string[]> =>
  (await readRoster(archive, { organizationId: team, text: '', includeFormer: false, asOf })).map(
    ({ name }) => name,
  );

describe('the roster of a day', () => {
  test('follows joins and leaves, in the database as in the rule', async () => {
    const stays = [
      ['甲', '2021', null],
      ['乙', '2021-04', '2022-06-30'],
      ['丙', '2022-06-30', null],
      ['丁', null, '2021-04-01'],
    ] as const;
    for (const [name, joinedOn, leftOn] of stays) {
      const { membershipId } = await add(name, joinedOn);
      if (leftOn !== null) await leaveRoster(archive, { membershipId, leftOn, reason: 'moved', note: null });
    }
    for (const day of [
      '2020-12-31',
      '2021-01-01',
      '2021-03-31',
      '2021-04-01',
      '2022-06-29',
      '2022-06-30',
      '2026-01-01',
    ]) {
      const expected = stays.filter(([, joinedOn, leftOn]) => isOnRoster({ joinedOn, leftOn }, day));
      expect([day, await namesOn(day)]).toEqual([day, expected.map(([name]) => name)]);
    }
    expect(await namesOn(null)).toEqual(['甲', '丙']);
  });

  test('refuses days that cannot be', async () => {
    await expect(add('甲', '2027')).rejects.toMatchObject({ data: { field: 'joinedOn', reason: 'future' } });
    const { membershipId } = await add('乙', '2022-05');
    const leave = (leftOn: string) =>
      leaveRoster(archive, { membershipId, leftOn, reason: 'other', note: null });
    await expect(leave('2022-04-30')).rejects.toMatchObject({
      data: { field: 'leftOn', reason: 'before-joined' },
    });
    await expect(leave('2026-11-24')).rejects.toMatchObject({ data: { field: 'leftOn', reason: 'future' } });
  });
});

describe('leaving and coming back', () => {
  test('keeps both stays with day and reason, and nobody is on the roster twice on one day', async () => {
    const first = await add('甲', '2021', { phone: '13812345678' });
    const leaving = {
      membershipId: first.membershipId,
      leftOn: '2023-05-01',
      reason: 'health',
      note: '腿伤',
    } as const;
    expect(await leaveRoster(archive, leaving)).toMatchObject({
      leftOn: '2023-05-01',
      leaveReason: 'health',
      leaveNote: '腿伤',
    });
    const back = {
      organizationId: team,
      personId: first.personId,
      role: 'backbone',
      roleTitle: null,
    } as const;
    await expect(rejoinRoster(archive, { ...back, joinedOn: '2023' })).rejects.toMatchObject({
      data: { field: 'joinedOn', reason: 'before-left' },
    });
    const second = await rejoinRoster(archive, { ...back, joinedOn: '2024-03' });
    expect(second).toMatchObject({ personId: first.personId, role: 'backbone', leftOn: null });
    expect(await readStays(archive, { organizationId: team, personId: first.personId })).toMatchObject([
      { joinedOn: '2021', leftOn: '2023-05-01', leaveReason: 'health' },
      { joinedOn: '2024-03', leftOn: null, leaveReason: null },
    ]);
    expect(await namesOn('2023-04-30')).toEqual(['甲']);
    expect(await namesOn('2023-12-31')).toEqual([]);
    await expect(undoLeave(archive, first.membershipId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(rejoinRoster(archive, { ...back, joinedOn: '2025' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('a leave entered by mistake is taken back', async () => {
    const { membershipId } = await add('甲', '2021');
    await leaveRoster(archive, { membershipId, leftOn: '2023-05-01', reason: 'moved', note: null });
    expect(await undoLeave(archive, membershipId)).toMatchObject({ leftOn: null, leaveReason: null });
    expect(await namesOn(null)).toEqual(['甲']);
  });
});

describe('frozen rosters', () => {
  test('stay as they were, whatever is corrected later; an unchanged roster is kept once', async () => {
    const row = await add('甲', '2021', {
      identityNumber: '990516197101115317',
      politicalStatus: 'party-member',
    });
    const first = await takeSnapshot(archive, { organizationId: team, asOf: '2026-06-30' });
    await takeSnapshot(archive, { organizationId: team, asOf: '2026-09-30' });
    expect(first).toMatchObject({ cause: 'office', memberCount: 1, partyMemberCount: 1 });
    await changeMember(archive, {
      membershipId: row.membershipId,
      membership: { role: 'member', roleTitle: null, joinedOn: '2021', remark: null },
      person: { name: '改名' },
    });
    expect(await readSnapshotRows(archive, first.id)).toMatchObject([
      { name: '甲', maskedIdentityNumber: '990***********5317' },
    ]);
    expect((await readSnapshots(archive, team)).map(({ asOf }) => asOf)).toEqual([
      '2026-09-30',
      '2026-06-30',
    ]);
    const kept = await archive.store.read((reader) =>
      reader.get<{ n: number }>('SELECT count(*) AS n FROM roster_snapshot_contents'),
    );
    expect(kept).toEqual({ n: 1 });
  });

  test('are taken when a ledger is frozen, with the numbers of the ledger', async () => {
    await archive.store.write((writer) => void writer.run("UPDATE organizations SET status = 'filed'"));
    await add('甲', '2021');
    const rules = await archive.store.read((reader) => rulesOn(reader, '2026-11-23').body);
    const period = ledgerPeriod('2026H2', 15);
    const { snapshot } = await freezeLedger(archive, period, rules);
    expect(await readSnapshots(archive, team)).toMatchObject([
      {
        cause: 'ledger',
        causeCode: '2026H2',
        asOf: '2026-11-23',
        memberCount: snapshot.organizations[0]?.members,
      },
    ]);
  });

  test('are refused when their content is not what was frozen', async () => {
    await add('甲', '2021');
    const { id } = await takeSnapshot(archive, { organizationId: team, asOf: '2026-06-30' });
    await archive.store.write((writer) => {
      const other = Buffer.from('AwA=', 'base64');
      writer.run('UPDATE roster_snapshot_contents SET content = ?', [other]);
    });
    await expect(readSnapshotRows(archive, id)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' });
  });
});

describe('papers', () => {
  test('the full roster prints its numbers, the public one has no place for them', async () => {
    await add('甲', '2021', {
      identityNumber: '990516197101115317',
      phone: '13812345678',
      roleTitle: '队长13812345678',
      remark: '住三号楼 13812345678',
    });
    const { id: snapshotId } = await takeSnapshot(archive, { organizationId: team, asOf: '2026-06-30' });
    for (const wanted of [{ organizationId: team, asOf: '2026-06-30' }, { snapshotId }]) {
      const [full, open] = await archive.store.read(
        (reader) => [readFullRoster(reader, wanted), readPublicRoster(reader, wanted)] as const,
      );
      expect(full).toMatchObject({ asOf: '2026-06-30', memberCount: 1, communityName: '阳光里社区' });
      expect(full.lines).toMatchObject([{ identityNumber: '990516197101115317', phone: '13812345678' }]);
      expect(open.lines).toEqual([
        { name: '甲', sex: 'male', role: 'member', roleTitle: null, joinedOn: '2021' },
      ]);
      expect(JSON.stringify(open)).not.toMatch(/9905161|1381234/);
    }
  });
});

describe('the list as a workbook', () => {
  test('says its day, and keeps numbers masked', async () => {
    await add('甲', '2021', { identityNumber: '990516197101115317', phone: '13812345678' });
    const file = await exportRoster(archive, {
      organizationId: team,
      text: '',
      includeFormer: true,
      asOf: '2026-06-30',
    });
    const rows = await workbookRows(file);
    expect(rows[1]?.[0]).toContain('截至：2026-06-30');
    expect(rows[3]?.slice(0, 8)).toEqual([
      '甲',
      '男',
      '1971-01',
      '',
      '成员',
      '990***********5317',
      '138****5678',
      '2021',
    ]);
  });
});

test('corrected days keep the stays of a person apart', async () => {
  const first = await add('王芳', '2021-01-01');
  const leave = (leftOn: string) =>
    leaveRoster(archive, { membershipId: first.membershipId, leftOn, reason: 'own-wish', note: null });
  await leave('2022-01-01');
  const again = await rejoinRoster(archive, {
    organizationId: team,
    personId: first.personId,
    joinedOn: '2023-01-01',
    role: 'member',
    roleTitle: null,
  });
  const joined = ({ membershipId }: RosterRow, joinedOn: string | null) =>
    changeMember(archive, {
      membershipId,
      membership: { role: 'member', roleTitle: null, joinedOn, remark: null },
      person: {},
    });
  for (const day of ['2021-06-01', null])
    await expect(joined(again, day)).rejects.toMatchObject({
      data: { field: 'joinedOn', reason: 'before-left' },
    });
  await expect(joined(first, '2022-06-01')).rejects.toMatchObject({ data: { reason: 'before-joined' } });
  await expect(leave('2023-06-01')).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'later-stay' } });
  await joined(again, '2022-01-01');
  expect(await namesOn('2022-01-01')).toEqual(['王芳']);
});
