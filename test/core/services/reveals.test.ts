import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveAllowedDetails } from '../../../src/core/services/people.ts';
import { exportRevealLog, readRevealLog, reveal, revealHash } from '../../../src/core/services/reveals.ts';
import { addMember, leaveRoster } from '../../../src/core/services/roster-changes.ts';
import { currentRules, saveRules } from '../../../src/core/services/rules.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { revealRequest, type RevealRequest } from '../../../src/shared/domain/reveal.ts';
import type { RosterRow } from '../../../src/shared/domain/person.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { workbookRows } from '../../support/workbooks.ts';

let archive: TestArchive;
let team: OrganizationId;
let member: RosterRow;
beforeEach(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
  const facts = {
    name: '欧阳𠮷祥',
    identityNumber: '990516197101115317',
    phone: '13812345678',
    joinedOn: '2021',
  };
  member = await addMember(archive, memberOf(team, facts));
});
afterEach(() => archive.close());

const ask = (target: RevealRequest['target'], change: Partial<RevealRequest> = {}): RevealRequest => ({
  target,
  actor: '李档案',
  reason: 'contact',
  note: null,
  ...change,
});
const log = () => readRevealLog(archive, { before: null, limit: 50 });

describe('numbers in clear', () => {
  test('come out only with a line in the log, for a minute', async () => {
    const rules = await currentRules(archive, null);
    const members = { ...rules.body.members, optionalFields: ['address' as const] };
    await saveRules(archive, { ...rules, body: { ...rules.body, members } });
    await saveAllowedDetails(archive, member.personId, { address: '阳光里社区3号楼201' });
    expect(await reveal(archive, ask({ kind: 'person', personId: member.personId }))).toEqual({
      seconds: 60,
      people: [
        {
          personId: member.personId,
          name: '欧阳𠮷祥',
          identityNumber: '990516197101115317',
          phone: '13812345678',
          address: '阳光里社区3号楼201',
        },
      ],
    });
    expect(await log()).toMatchObject({
      total: 1,
      brokenAt: null,
      rows: [
        {
          sequence: 1,
          at: '2026-11-23T01:00:00.000Z',
          actor: '李档案',
          reason: 'contact',
          subject: 'person',
          subjectName: '欧阳𠮷祥',
          people: 1,
        },
      ],
    });
  });

  test('of a roster are those of its day', async () => {
    const { membershipId } = await addMember(
      archive,
      memberOf(team, { name: '乙', joinedOn: '2022', phone: '13300007712' }),
    );
    await leaveRoster(archive, { membershipId, leftOn: '2023-01-01', reason: 'moved', note: null });
    const names = async (asOf: string | null): Promise<string[]> =>
      (await reveal(archive, ask({ kind: 'roster', organizationId: team, asOf }))).people.map(
        ({ name }) => name,
      );
    expect(await names('2022-06-01')).toEqual(['欧阳𠮷祥', '乙']);
    expect(await names('2023-06-01')).toEqual(['欧阳𠮷祥']);
    expect((await log()).rows.map(({ people, subjectName }) => [subjectName, people])).toEqual([
      ['阳光里夕阳红舞蹈队', 1],
      ['阳光里夕阳红舞蹈队', 2],
    ]);
  });

  test('are not given without a reason that says something', () => {
    const target = { kind: 'person', personId: member.personId } as const;
    expect(revealRequest.safeParse(ask(target, { reason: 'other' })).success).toBe(false);
    expect(revealRequest.safeParse(ask(target, { reason: 'other', note: '居民来电核实' })).success).toBe(
      true,
    );
    expect(revealRequest.safeParse(ask(target, { actor: ' ' })).success).toBe(false);
  });
});

describe('the log', () => {
  test('shows where a line was changed', async () => {
    const target = { kind: 'person', personId: member.personId } as const;
    for (const actor of ['甲', '乙', '丙', '丁']) await reveal(archive, ask(target, { actor }));
    expect((await log()).brokenAt).toBeNull();
    await archive.store.write((writer) => {
      writer.run('DROP TRIGGER reveal_log_keeps_its_words');
      writer.run(`UPDATE reveal_log SET actor = '别人' WHERE sequence = 2`);
    });
    expect((await log()).brokenAt).toBe(2);
  });

  test('notices a line that is missing although the rest is untouched', async () => {
    const target = { kind: 'person', personId: member.personId } as const;
    for (const actor of ['甲', '乙', '丙']) await reveal(archive, ask(target, { actor }));
    await archive.store.write((writer) => {
      writer.run('DROP TRIGGER reveal_log_keeps_its_rows');
      writer.run('DELETE FROM reveal_log WHERE sequence = 2');
    });
    expect((await log()).brokenAt).toBe(3);
  });

  test('refuses to be rewritten through the application', async () => {
    await reveal(archive, ask({ kind: 'person', personId: member.personId }));
    const write = (sql: string) => archive.store.write((writer) => void writer.run(sql));
    await expect(write('DELETE FROM reveal_log')).rejects.toThrow('only grows');
    await expect(write(`UPDATE reveal_log SET note = 'x'`)).rejects.toThrow('only grows');
  });

  test('covers every word of a line', () => {
    const line = {
      sequence: 1,
      at: '2026-11-23T01:00:00.000Z',
      actor: '甲',
      reason: 'contact',
      note: null,
      subject: 'person',
      subjectId: 'p1',
      subjectName: '乙',
      people: 1,
      previousHash: '',
    } as const;
    const other = {
      at: '2026-11-24T01:00:00.000Z',
      actor: '丙',
      reason: 'filing',
      note: '事',
      subject: 'roster',
      subjectId: 'p2',
      subjectName: '丁',
      people: 2,
      previousHash: 'a',
      sequence: 2,
    } as const;
    const hashes = Object.entries(other).map(([key, value]) => revealHash({ ...line, [key]: value }));
    expect(new Set([revealHash(line), ...hashes]).size).toBe(hashes.length + 1);
  });

  test('leaves as a workbook with its proof', async () => {
    await reveal(
      archive,
      ask({ kind: 'person', personId: member.personId }, { reason: 'other', note: '核实' }),
    );
    const rows = await workbookRows(await exportRevealLog(archive));
    expect(rows[1]?.[0]).toContain('记录链完整');
    expect(rows[3]).toEqual([1, '2026-11-23 01:00:00', '李档案', '欧阳𠮷祥', 1, '其他', '核实']);
  });
});
