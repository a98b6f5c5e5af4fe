import { describe, expect, test } from 'vitest';
import {
  emptyGroup,
  evaluatorGroup,
  hasBallots,
  noTally,
  surveyContent,
  surveyImbalances,
  surveyItemResults,
  surveyResult,
  type SurveyContent,
  type SurveyTally,
} from '../../../src/shared/domain/survey.ts';
import { countedGroups, surveyOf } from '../../support/sample-records.ts';

const counted = (change: Partial<SurveyContent> = {}): SurveyContent =>
  surveyOf({ groups: countedGroups, ...change });
const scale = surveyOf().scale;

describe('the result, worked by hand', () => {
  // Both items together, satisfied / mostly / dissatisfied / unknown:
  //   committees  7 2 1 0   of 10: rate  9/10 = 90      score  860/10 = 86
  //   residents  18 9 5 2   of 32: rate 27/32 = 84.375  score 2520/32 = 78.75
  //   units       1 3 1 1   of  5: rate  4/5  = 80      score  340/5  = 68
  test('leaves 不了解 out and weighs the groups alike', () => {
    expect(surveyResult(counted())).toEqual({
      groups: {
        committees: { valid: 5, rate: 90, score: 86, tooFew: false },
        residents: { valid: 17, rate: 84.4, score: 78.8, tooFew: false },
        units: { valid: 3, rate: 80, score: 68, tooFew: true },
      },
      rate: 84.8, // (90 + 84.375 + 80) / 3 = 84.79…
      score: 77.6, // (86 + 78.75 + 68) / 3 = 77.58…
      low: true,
    });
  });

  test('weighs the groups 2 : 5 : 3, before anything is rounded', () => {
    const result = surveyResult(counted({ weights: { committees: 2, residents: 5, units: 3 } }));
    expect(result.rate).toBe(84.2); // (180 + 421.875 + 240) / 10 = 84.1875
    expect(result.score).toBe(77); // (172 + 393.75 + 204) / 10 = 76.975
  });

  test('counts 不了解 as an answer without points where the scale says so', () => {
    const result = surveyResult(counted({ scale: { ...scale, unknownCounts: true } }));
    expect(result.groups.residents).toMatchObject({ rate: 79.4, score: 74.1 }); // 27/34, 2520/34
    expect(result.groups.units).toMatchObject({ rate: 66.7, score: 56.7 }); // 4/6, 340/6
    expect([result.rate, result.score]).toEqual([78.7, 72.3]); // 78.692…, 72.261…
  });

  test('reads single sheets, blanks left out', () => {
    const sheets = ['sm', 'du', '-s'];
    const units = { ...emptyGroup, issued: 3, returned: 3, sheets };
    const content = surveyOf({ entry: 'sheets', groups: { ...surveyOf().groups, units } });
    // satisfied 2, mostly 1, dissatisfied 1, unknown 1: rate 3/4, score 280/4
    expect(surveyResult(content).groups.units).toEqual({ valid: 3, rate: 75, score: 70, tooFew: true });
    expect(surveyImbalances(content)).toEqual([]);
  });

  test('is low below the line as printed, not on it', () => {
    const onLine = surveyResult(counted({ scale: { ...scale, alertBelow: 77.6 } }));
    const aboveLine = surveyResult(counted({ scale: { ...scale, alertBelow: 77.7 } }));
    expect([onLine.low, aboveLine.low]).toEqual([false, true]);
  });
});

describe('the result of each item', () => {
  test('is worked by hand', () => {
    // 服务质量: committees 4 1 0 0, residents 10 4 2 1, units 1 1 0 1
    //   rate 100, 14/16 = 87.5, 100 → 95.83…; score 480/5 = 96, 1320/16 = 82.5, 180/2 = 90 → 89.5
    // 活动开展: committees 3 1 1 0, residents 8 5 3 1, units 0 2 1 0
    //   rate 80, 13/16 = 81.25, 2/3 = 66.67 → 75.97…; score 380/5 = 76, 1200/16 = 75, 160/3 = 53.33 → 68.11…
    expect(surveyItemResults(counted()).map(({ rate, score }) => [rate, score])).toEqual([
      [95.8, 89.5],
      [76, 68.1],
    ]);
    expect(surveyItemResults(counted())[1]?.groups.units).toEqual({
      valid: 3,
      rate: 66.7,
      score: 53.3,
      tooFew: true,
    });
  });

  test('is the whole result where there is one item, however it was entered', () => {
    const units = { ...emptyGroup, issued: 3, returned: 3, sheets: ['s', 'm', '-'] };
    const content = surveyOf({ items: ['总体'], entry: 'sheets', groups: { ...surveyOf().groups, units } });
    expect(surveyItemResults(content)).toEqual([surveyResult(content)]);
  });
});

describe('groups without answers', () => {
  test('leave their share to the others', () => {
    const groups = { ...countedGroups, units: emptyGroup };
    const result = surveyResult(counted({ groups }));
    expect(result.groups.units).toEqual({ valid: 0, rate: null, score: null, tooFew: true });
    expect([result.rate, result.score]).toEqual([87.2, 82.4]); // 87.1875, 82.375
  });

  test('give no result where nobody knew, and none is called low', () => {
    const unknown = { ...noTally, unknown: 5 };
    const all = { ...emptyGroup, issued: 5, returned: 5, tallies: [unknown, unknown] };
    const content = surveyOf({ groups: { committees: all, residents: all, units: all } });
    expect(surveyResult(content)).toMatchObject({ rate: null, score: null, low: false });
    expect(surveyResult(surveyOf())).toMatchObject({ rate: null, score: null, low: false });
    const counts = surveyResult({ ...content, scale: { ...scale, unknownCounts: true } });
    expect(counts).toMatchObject({ rate: 0, score: 0, low: true });
  });

  test('a group of weight nought is shown and changes no total', () => {
    const result = surveyResult(counted({ weights: { committees: 0, residents: 1, units: 0 } }));
    expect(result).toMatchObject({ rate: 84.4, score: 78.8 });
    expect(result.groups.committees.rate).toBe(90);
  });
});

/** Numbers that look random and are the same in every run. */
const numbers = (seed: number) => (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

const randomTally = (next: (below: number) => number): SurveyTally => ({
  satisfied: next(30),
  mostly: next(30),
  dissatisfied: next(10),
  unknown: next(10),
});

const randomSurvey = (seed: number): SurveyContent => {
  const next = numbers(seed);
  const group = () =>
    next(5) === 0
      ? emptyGroup
      : { issued: 0, returned: 0, void: 0, tallies: [randomTally(next), randomTally(next)], sheets: [] };
  return surveyOf({
    groups: { committees: group(), residents: group(), units: group() },
    weights: { committees: 1 + next(9), residents: 1 + next(9), units: 1 + next(9) },
    scale: { ...scale, unknownCounts: next(2) === 1 },
  });
};

/** Rate by whole numbers only, rounded half up to tenths. */
const exactRate = ({ groups, weights, scale: { unknownCounts } }: SurveyContent): number | null => {
  let numerator = 0n;
  let denominator = 1n;
  let share = 0n;
  for (const group of evaluatorGroup.options) {
    const sum = (field: keyof SurveyTally): bigint =>
      groups[group].tallies.reduce((total, each) => total + BigInt(each[field]), 0n);
    const good = sum('satisfied') + sum('mostly');
    const of = good + sum('dissatisfied') + (unknownCounts ? sum('unknown') : 0n);
    if (of === 0n) continue;
    const weight = BigInt(weights[group]);
    numerator = numerator * of + weight * good * 100n * denominator;
    denominator *= of;
    share += weight;
  }
  if (share === 0n) return null;
  const whole = denominator * share;
  return Number((numerator * 20n + whole) / (whole * 2n)) / 10;
};

describe('whatever the numbers', () => {
  test('the total is what whole-number arithmetic gives, and lies between the groups', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const content = randomSurvey(seed);
      const result = surveyResult(content);
      expect(result.rate, `seed ${seed}`).toBe(exactRate(content));
      const rates = evaluatorGroup.options.flatMap((group) => result.groups[group].rate ?? []);
      if (result.rate === null) continue;
      expect(result.rate).toBeGreaterThanOrEqual(Math.min(...rates));
      expect(result.rate).toBeLessThanOrEqual(Math.max(...rates));
    }
  });

  test('only the proportion of weights counts', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const content = randomSurvey(seed);
      const { committees, residents, units } = content.weights;
      const tenfold = { committees: committees * 10, residents: residents * 10, units: units * 10 };
      expect(surveyResult({ ...content, weights: tenfold })).toEqual(surveyResult(content));
    }
  });

  test('halves are rounded up: every value n + 0.05 of a hundred', () => {
    for (let tenths = 0; tenths < 1000; tenths += 1) {
      const satisfied = 2 * tenths + 1;
      const tallies = [{ satisfied, mostly: 0, dissatisfied: 2000 - satisfied, unknown: 0 }];
      const content = surveyOf({
        items: ['总体评价'],
        groups: { ...surveyOf().groups, residents: { ...emptyGroup, tallies } },
      });
      expect(surveyResult(content).rate).toBe((tenths + 1) / 10);
    }
  });

  test('sheets give what their counts give', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const next = numbers(seed);
      const letters = ['s', 'm', 'd', 'u'] as const;
      const sheets = Array.from({ length: 1 + next(40) }, () => `${letters[next(4)]}${letters[next(4)]}`);
      const count = (item: number, letter: string) => sheets.filter((sheet) => sheet[item] === letter).length;
      const tallies = [0, 1].map((item) => ({
        satisfied: count(item, 's'),
        mostly: count(item, 'm'),
        dissatisfied: count(item, 'd'),
        unknown: count(item, 'u'),
      }));
      const numbersOf = { issued: sheets.length, returned: sheets.length, void: 0 };
      const surveyWith = (group: SurveyContent['groups']['units'], entry: SurveyContent['entry']) =>
        surveyOf({ entry, groups: { ...surveyOf().groups, residents: group } });
      expect(surveyResult(surveyWith({ ...numbersOf, tallies: [], sheets }, 'sheets'))).toEqual(
        surveyResult(surveyWith({ ...numbersOf, tallies, sheets: [] }, 'counts')),
      );
    }
  });
});

describe('发放, 回收, 有效, 作废', () => {
  test('agree in the sample', () => expect(surveyImbalances(counted())).toEqual([]));

  const residents = countedGroups.residents;
  const cases: readonly (readonly [string, Partial<typeof residents>, unknown])[] = [
    [
      'more returned than issued',
      { issued: 17 },
      { problem: 'returned-over-issued', expected: 17, found: 18 },
    ],
    ['an item with an answer too few', { void: 0 }, { problem: 'item', item: 0, expected: 18, found: 17 }],
    ['an item not entered', { tallies: residents.tallies.slice(0, 1) }, { item: 1, expected: 17, found: 0 }],
  ];
  test.each(cases)('%s', (_, change, problem) => {
    const groups = { ...countedGroups, residents: { ...residents, ...change } };
    expect(surveyImbalances(counted({ groups }))[0]).toMatchObject({
      group: 'residents',
      ...(problem as object),
    });
  });

  test('more spoilt than returned is named, and nobody has answered then', () => {
    const groups = { ...surveyOf().groups, units: { ...emptyGroup, issued: 4, returned: 2, void: 3 } };
    expect(surveyImbalances(surveyOf({ groups }))).toEqual([
      { group: 'units', problem: 'void-over-returned', item: null, expected: 2, found: 3 },
    ]);
  });

  test('sheets must be as many as valid ballots', () => {
    const groups = {
      ...surveyOf().groups,
      units: { ...emptyGroup, issued: 4, returned: 4, void: 1, sheets: ['ss', 'dd'] },
    };
    expect(surveyImbalances(surveyOf({ entry: 'sheets', groups }))).toEqual([
      { group: 'units', problem: 'sheets', item: null, expected: 3, found: 2 },
    ]);
  });
});

describe('a survey', () => {
  test('has ballots once anything was handed in, not while papers are only handed out', () => {
    const issued = { ...surveyOf().groups, units: { ...emptyGroup, issued: 30 } };
    const returned = { ...surveyOf().groups, units: { ...emptyGroup, issued: 30, returned: 1 } };
    expect(hasBallots(surveyOf({ groups: issued }))).toBe(false);
    expect(hasBallots(surveyOf({ groups: returned }))).toBe(true);
    expect(hasBallots(counted())).toBe(true);
  });

  const followUp = { measures: '走访', dueOn: '2026-12-01', closedOn: '2026-11-20', outcome: ' ' };
  const refused: readonly (readonly [string, Partial<SurveyContent>])[] = [
    ['weights that are all nought', { weights: { committees: 0, residents: 0, units: 0 } }],
    ['a follow-up closed without a word', { followUp }],
    [
      'a ballot with an answer too many',
      { groups: { ...countedGroups, units: { ...emptyGroup, sheets: ['sss'] } } },
    ],
    [
      'a ballot with a name on it',
      { groups: { ...countedGroups, units: { ...emptyGroup, sheets: ['王秀'] } } },
    ],
    ['no item', { items: [] }],
  ];
  test.each(refused)('refuses %s', (_, change) => {
    expect(surveyContent.safeParse(surveyOf(change)).success).toBe(false);
  });
  test('takes the sample', () => expect(surveyContent.safeParse(counted()).success).toBe(true));
});
