import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergePeople, undoMerge } from '../../../src/core/services/person-merges.ts';
import {
  removeServiceLine,
  restoreServiceLine,
  storeServiceLine,
} from '../../../src/core/services/service-lines.ts';
import { readPoints, redeemPoints } from '../../../src/core/services/service-points.ts';
import { issueProof } from '../../../src/core/services/service-proofs.ts';
import type { ServiceRow } from '../../../src/shared/contract/service-registers.ts';
import type { OrganizationId, PersonId, ServiceLineId } from '../../../src/shared/domain/ids.ts';
import { balanceAfter, pointsOf } from '../../../src/shared/domain/service-points.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { registerVolunteer, serviceLineOf } from '../../support/sample-services.ts';

let archive: TestArchive;
let organization: OrganizationId;
let volunteer: ServiceRow & { readonly personId: PersonId };
beforeEach(async () => {
  archive = await openTestArchive();
  organization = await filedTeam(archive);
  const row = await registerVolunteer(archive, '王志愿');
  if (row.personId === null) throw new Error('no person');
  volunteer = { ...row, personId: row.personId };
});
afterEach(() => archive.close());

const serve = (minutes: number, id: ServiceLineId | null = null, occurredOn = '2026-11-20') =>
  storeServiceLine(archive, {
    id,
    newPerson: null,
    line: serviceLineOf(organization, {
      occurredOn,
      people: [{ personId: volunteer.personId, minutes, note: null }],
    }),
  });
const redeem = (points: number) =>
  redeemPoints(archive, { volunteerId: volunteer.id, points, note: '洗衣液', by: '李干事' });
const points = () => readPoints(archive, volunteer.id);

/** Moves in any order: small numbers that repeat themselves. */
const numbers = (seed: number, length: number): number[] => {
  let state = seed;
  return Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648));
};

describe('points', () => {
  test('are earned by the minute, follow corrections, and are kept move by move', async () => {
    const activity = await serve(120);
    await serve(30, activity.id);
    await redeem(4);
    expect(await points()).toMatchObject({
      balance: 1,
      minutes: 30,
      activities: 1,
      moves: [
        { kind: 'redeemed', delta: -4, balance: 1, note: '洗衣液', by: '李干事' },
        { kind: 'earned', delta: -15, balance: 5 },
        { kind: 'earned', delta: 20, balance: 20 },
      ],
    });
  });

  test('are never negative: not by redemption, not by correction, not by taking the activity away', async () => {
    const activity = await serve(60);
    await expect(redeem(11)).rejects.toMatchObject({
      code: 'POINTS_SHORT',
      data: { balance: 10, wanted: 11 },
    });
    await redeem(8);
    await expect(serve(30, activity.id)).rejects.toMatchObject({ code: 'POINTS_SHORT' });
    await expect(removeServiceLine(archive, activity.id)).rejects.toMatchObject({ code: 'POINTS_SHORT' });
    expect(await points()).toMatchObject({ balance: 2, minutes: 60 });
    await serve(120, activity.id);
    expect((await points()).balance).toBe(12);
  });

  test('asked for at once are given once', async () => {
    await serve(60);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => redeem(4)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await points()).balance).toBe(2);
  });

  test('hold over many moves: the balance is what was earned less what was redeemed, and never below zero', async () => {
    const activity = await serve(0);
    let redeemed = 0;
    for (const [index, number] of numbers(7, 40).entries()) {
      if (index % 2 === 0) {
        await serve(number % 600, activity.id).catch(() => null);
      } else {
        const wanted = (number % 60) + 1;
        const done = await redeem(wanted).catch(() => null);
        if (done !== null) redeemed += wanted;
      }
      const { balance, minutes, moves } = await points();
      expect(balance).toBe(pointsOf(minutes, 10) - redeemed);
      expect(moves.every((move) => move.balance >= 0)).toBe(true);
      expect(moves.reduce((sum, { delta }) => sum + delta, 0)).toBe(balance);
    }
    expect(redeemed).toBeGreaterThan(0);
  });

  test('the rule: nothing goes below zero', () => {
    for (const [balance, delta, left] of [
      [0, -1, null],
      [5, -5, 0],
      [5, 3, 8],
    ] as const)
      expect(balanceAfter(balance, delta)).toBe(left);
    expect([pointsOf(0, 10), pointsOf(5, 10), pointsOf(6, 10), pointsOf(90, 1)]).toEqual([0, 0, 1, 1]);
  });

  test('of services before the registration count once somebody is a volunteer; one person is registered once', async () => {
    const second = await registerVolunteer(archive, '李大爷');
    await expect(
      storeServiceLine(archive, {
        id: null,
        newPerson: null,
        line: serviceLineOf(null, {
          register: 'volunteer',
          title: '李大爷',
          content: {},
          personId: second.personId,
        }),
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'volunteer' } });
    await removeServiceLine(archive, second.id);
    await storeServiceLine(archive, {
      id: null,
      newPerson: null,
      line: serviceLineOf(organization, {
        people: [{ personId: second.personId as PersonId, minutes: 60, note: null }],
      }),
    });
    await restoreServiceLine(archive, second.id);
    expect((await readPoints(archive, second.id)).balance).toBe(10);
  });

  test('go with the person when two entries are made one, and back when they are made two again', async () => {
    await serve(60);
    const other = await registerVolunteer(archive, '王志愿');
    if (other.personId === null) throw new Error('no person');
    const merge = { keptId: other.personId, mergedId: volunteer.personId, take: [] };
    await expect(mergePeople(archive, merge)).rejects.toMatchObject({ data: { what: 'two-volunteers' } });
    await removeServiceLine(archive, other.id);
    const { id } = await mergePeople(archive, merge);
    expect(await points()).toMatchObject({ balance: 10, minutes: 60 });
    await undoMerge(archive, id);
    expect(await points()).toMatchObject({ balance: 10, minutes: 60 });
  });
});

describe('a proof of service', () => {
  const request = (change = {}) => ({
    volunteerId: volunteer.id,
    from: '2026-01-01',
    to: '2026-11-23',
    noticeFrom: '2026-11-23',
    handler: '李干事',
    responsible: '王会长',
    purpose: null,
    ...change,
  });

  test('counts what was served between its days, bears a number and the day after its notice', async () => {
    await serve(95, null, '2026-03-05');
    await serve(60, null, '2025-12-31');
    const proof = await issueProof(archive, request());
    expect(proof).toMatchObject({ title: '王志愿', occurredOn: '2026-12-01', minutes: 95 });
    expect(proof.content).toMatchObject({
      number: '新河街志服证〔2026〕1号',
      minutes: 95,
      activities: 1,
      services: '2026-03-05　邻里守望　1 小时 35 分',
      noticeTo: '2026-11-30',
    });
    await removeServiceLine(archive, proof.id);
    expect((await issueProof(archive, request())).content['number']).toBe('新河街志服证〔2026〕2号');
  });

  test('is not issued of nothing, nor changed once it is out', async () => {
    await expect(issueProof(archive, request())).rejects.toMatchObject({ data: { flaw: 'no-service' } });
    await serve(60);
    const proof = await issueProof(archive, request());
    await expect(
      storeServiceLine(archive, {
        id: proof.id,
        newPerson: null,
        line: serviceLineOf(null, {
          register: 'service-proof',
          personId: volunteer.personId,
          content: proof.content,
        }),
      }),
    ).rejects.toMatchObject({ code: 'RECORD_IN_USE' });
  });
});
