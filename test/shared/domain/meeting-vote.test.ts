import { describe, expect, test } from 'vitest';
import { recordContent, type MeetingVote } from '../../../src/shared/domain/dossier-record.ts';
import { voteOutcome, type VoteRule } from '../../../src/shared/domain/meeting-vote.ts';

const vote = (change: Partial<MeetingVote> = {}): MeetingVote => ({
  kind: 'meeting-vote',
  subject: 'charter',
  place: null,
  expected: 30,
  present: 20,
  inFavour: 11,
  against: 6,
  abstained: 3,
  resolution: '通过章程',
  ...change,
});

describe('a vote', () => {
  const usual: VoteRule = { quorum: 'two-thirds', majority: 'half' };
  const strict: VoteRule = { quorum: 'half', majority: 'two-thirds' };
  const cases: readonly (readonly [VoteRule, number, number, number, boolean, boolean])[] = [
    [usual, 30, 20, 11, true, true],
    [usual, 30, 20, 10, true, false], // half is not more than half
    [usual, 30, 19, 19, false, false], // 19 of 30 is less than two thirds
    [usual, 31, 21, 11, true, true], // 20.67 of 31
    [usual, 31, 20, 20, false, false],
    [strict, 30, 15, 15, false, false],
    [strict, 30, 16, 11, true, true], // 10.67 of 16
    [strict, 30, 16, 10, true, false],
    [strict, 9, 6, 4, true, true], // exactly two thirds
    [usual, 0, 0, 0, false, false],
  ];
  test.each(cases)(
    '%o: of %d expected %d came, %d in favour',
    (rule, expected, present, inFavour, quorate, passed) => {
      expect(voteOutcome({ expected, present, inFavour }, rule)).toEqual({ quorate, passed });
    },
  );

  test('agrees with thirds and halves of any head count', () => {
    for (let present = 1; present <= 60; present += 1)
      for (let inFavour = 0; inFavour <= present; inFavour += 1) {
        const heads = { expected: present, present, inFavour };
        expect(voteOutcome(heads, usual).passed).toBe(inFavour > present - inFavour);
        expect(voteOutcome(heads, strict).passed).toBe(inFavour >= 2 * (present - inFavour));
      }
  });

  const kept: readonly (readonly [string, Partial<MeetingVote>, boolean])[] = [
    ['numbers that add up', {}, true],
    ['a vote too many', { inFavour: 12 }, false],
    ['a vote too few', { abstained: 2 }, false],
    ['more present than expected', { expected: 19 }, false],
    ['half a person', { present: 19.5, inFavour: 10.5 }, false],
  ];
  test.each(kept)('%s', (_, change, taken) => {
    expect(recordContent.safeParse(vote(change)).success).toBe(taken);
  });
});

describe('slips of an activity', () => {
  const slips = {
    kind: 'activity-evaluation',
    place: null,
    issued: 40,
    returned: 33,
    void: 1,
    tally: { satisfied: 25, mostly: 5, dissatisfied: 1, unknown: 1 },
    remark: null,
  } as const;
  const kept: readonly (readonly [string, object, boolean])[] = [
    ['that add up', {}, true],
    ['with a spoilt one too many', { void: 2 }, false],
    ['more returned than issued', { issued: 32 }, false],
  ];
  test.each(kept)('%s', (_, change, taken) => {
    expect(recordContent.safeParse({ ...slips, ...change }).success).toBe(taken);
  });
});
