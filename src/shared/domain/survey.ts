import { z } from 'zod';
import { isoDate } from './dates.ts';

/** The three groups that judge an organization (policy Art. 1): 两委, 居（村）民代表, 辖区单位. */
export const evaluatorGroup = z.enum(['committees', 'residents', 'units']);
export type EvaluatorGroup = z.infer<typeof evaluatorGroup>;

/** Points of each answer, and whether 不了解 counts as an answer with no points (DOMAIN 4). */
export const surveyScale = z.object({
  satisfied: z.number().min(0).max(100),
  mostlySatisfied: z.number().min(0).max(100),
  dissatisfied: z.number().min(0).max(100),
  unknownCounts: z.boolean(),
  alertBelow: z.number().min(0).max(100),
});

/** Share of each group in the total; only their proportion counts. */
export const surveyWeights = z
  .record(evaluatorGroup, z.number().min(0).max(100))
  .refine((shares) => Object.values(shares).some((share) => share > 0), { error: 'no-share' });
export type SurveyWeights = z.infer<typeof surveyWeights>;

/** One answer on a ballot: 满意, 基本满意, 不满意, 不了解; `-` where the item was left blank. */
export const answerLetters = /^[smdu-]*$/;

const count = z.int().min(0).max(100_000);
export const surveyTally = z.object({ satisfied: count, mostly: count, dissatisfied: count, unknown: count });
export type SurveyTally = z.infer<typeof surveyTally>;

/** What a group gave back. There is no place for who answered what: the survey is anonymous by construction. */
export const surveyGroup = z.object({
  issued: count, // 发放
  returned: count, // 回收
  void: count, // 作废
  /** Entry by counts: one line per item, in the order of the items. */
  tallies: z.array(surveyTally).max(20),
  /** Entry per sheet: one text per valid ballot, one letter per item. */
  sheets: z.array(z.string().max(20).regex(answerLetters)).max(2000),
});
export type SurveyGroup = z.infer<typeof surveyGroup>;

const surveyFields = z.object({
  kind: z.literal('survey'),
  /** Report period that it belongs to; see report-plan.ts. */
  period: z.string().max(20).nullable(),
  items: z.array(z.string().trim().min(1).max(60)).min(1).max(20),
  scale: surveyScale,
  weights: surveyWeights,
  /** Fewer valid ballots of a group than this are named as too few to judge by. */
  minimumBallots: z.int().min(0).max(1000),
  entry: z.enum(['counts', 'sheets']),
  groups: z.record(evaluatorGroup, surveyGroup),
  /** null while ballots are still being entered. */
  closedOn: isoDate.nullable(),
  /** Why it was closed although the numbers do not add up; null where they do. */
  imbalanceReason: z.string().trim().min(1).max(300).nullable(),
  /** Ballot files that were taken in; see ballot-file.ts. */
  batches: z.array(z.string().max(64)).max(200).default([]),
  /** What is done about a low score; closed only with a word of what was done. */
  followUp: z
    .object({
      measures: z.string().trim().min(1).max(1000),
      dueOn: isoDate,
      closedOn: isoDate.nullable(),
      outcome: z.string().max(1000).nullable(),
    })
    .nullable(),
});

export const surveyContent = surveyFields
  .refine(
    ({ items, groups }) =>
      Object.values(groups).every(
        ({ sheets, tallies }) =>
          tallies.length <= items.length && sheets.every((sheet) => sheet.length === items.length),
      ),
    { path: ['groups'], error: 'items' },
  )
  .refine(
    ({ followUp }) =>
      followUp === null || followUp.closedOn === null || (followUp.outcome ?? '').trim() !== '',
    {
      path: ['followUp', 'outcome'],
      error: 'missing',
    },
  );
export type SurveyContent = z.infer<typeof surveyContent>;

export const noTally: SurveyTally = { satisfied: 0, mostly: 0, dissatisfied: 0, unknown: 0 };
export const emptyGroup: SurveyGroup = { issued: 0, returned: 0, void: 0, tallies: [], sheets: [] };

const fieldOfLetter = { s: 'satisfied', m: 'mostly', d: 'dissatisfied', u: 'unknown' } as const;

const isAnswer = (letter: string | undefined): letter is keyof typeof fieldOfLetter =>
  letter !== undefined && letter in fieldOfLetter;

const tallyOfSheets = (sheets: readonly string[], item: number): SurveyTally => {
  const tally = { ...noTally };
  for (const sheet of sheets) {
    const letter = sheet[item];
    if (isAnswer(letter)) tally[fieldOfLetter[letter]] += 1;
  }
  return tally;
};

type Ballots = Pick<SurveyContent, 'items' | 'entry' | 'groups'>;

/** Answers of a group to each item, however they were entered. */
export const talliesOf = ({ items, entry, groups }: Ballots, group: EvaluatorGroup): readonly SurveyTally[] =>
  items.map((_, item) =>
    entry === 'sheets' ? tallyOfSheets(groups[group].sheets, item) : (groups[group].tallies[item] ?? noTally),
  );

/** Valid ballots of a group: 回收 less 作废. */
export const validBallots = ({ returned, void: spoilt }: SurveyGroup): number =>
  Math.max(0, returned - spoilt);

const answersIn = ({ satisfied, mostly, dissatisfied, unknown }: SurveyTally): number =>
  satisfied + mostly + dissatisfied + unknown;

/** True once anything was handed in: from then on items, scale and weights stay as they are. */
export const hasBallots = (content: Ballots): boolean =>
  evaluatorGroup.options.some((group) => {
    const { returned, sheets } = content.groups[group];
    return (
      returned > 0 || sheets.length > 0 || talliesOf(content, group).some((tally) => answersIn(tally) > 0)
    );
  });

/** Numbers that do not add up. */
export interface SurveyImbalance {
  readonly group: EvaluatorGroup;
  readonly problem: 'returned-over-issued' | 'void-over-returned' | 'sheets' | 'item';
  /** Item by its place, for `item`. */
  readonly item: number | null;
  readonly expected: number;
  readonly found: number;
}

const imbalancesOf = (content: Ballots, group: EvaluatorGroup): SurveyImbalance[] => {
  const counts = content.groups[group];
  const valid = validBallots(counts);
  const found: SurveyImbalance[] = [];
  if (counts.returned > counts.issued)
    found.push({
      group,
      problem: 'returned-over-issued',
      item: null,
      expected: counts.issued,
      found: counts.returned,
    });
  if (counts.void > counts.returned)
    found.push({
      group,
      problem: 'void-over-returned',
      item: null,
      expected: counts.returned,
      found: counts.void,
    });
  if (content.entry === 'sheets') {
    if (counts.sheets.length !== valid)
      found.push({ group, problem: 'sheets', item: null, expected: valid, found: counts.sheets.length });
    return found;
  }
  for (const [item, tally] of talliesOf(content, group).entries()) {
    if (answersIn(tally) !== valid)
      found.push({ group, problem: 'item', item, expected: valid, found: answersIn(tally) });
  }
  return found;
};

/** 发放, 回收, 有效, 作废 must agree, and every item must have as many answers as there are valid ballots. */
export const surveyImbalances = (content: Ballots): readonly SurveyImbalance[] =>
  evaluatorGroup.options.flatMap((group) => imbalancesOf(content, group));

export interface GroupResult {
  readonly valid: number;
  /** 满意率: satisfied and mostly satisfied of all that count, per cent; null where nothing counts. */
  readonly rate: number | null;
  /** Mean of the points, 0–100; null where nothing counts. */
  readonly score: number | null;
  readonly tooFew: boolean;
}

export interface SurveyResult {
  readonly groups: Readonly<Record<EvaluatorGroup, GroupResult>>;
  /** Groups weighted; a group without answers leaves its share to the others. */
  readonly rate: number | null;
  readonly score: number | null;
  /** The score lies below the line of the rules: something must follow (policy Art. 1, 结果运用). */
  readonly low: boolean;
}

/** Rounded half up to one decimal, as it is printed; the small term takes back what binary fractions lose. */
const oneDecimal = (value: number): number => Math.round(value * 10 + 1e-9) / 10;

const groupResult = (content: SurveyContent, group: EvaluatorGroup): GroupResult => {
  const { scale } = content;
  const total = { ...noTally };
  for (const tally of talliesOf(content, group)) {
    total.satisfied += tally.satisfied;
    total.mostly += tally.mostly;
    total.dissatisfied += tally.dissatisfied;
    total.unknown += tally.unknown;
  }
  const counted =
    total.satisfied + total.mostly + total.dissatisfied + (scale.unknownCounts ? total.unknown : 0);
  const points =
    total.satisfied * scale.satisfied +
    total.mostly * scale.mostlySatisfied +
    total.dissatisfied * scale.dissatisfied;
  const valid =
    content.entry === 'sheets' ? content.groups[group].sheets.length : validBallots(content.groups[group]);
  return {
    valid,
    rate: counted === 0 ? null : ((total.satisfied + total.mostly) * 100) / counted,
    score: counted === 0 ? null : points / counted,
    tooFew: valid < content.minimumBallots,
  };
};

const weighted = (
  groups: Readonly<Record<EvaluatorGroup, GroupResult>>,
  weights: SurveyWeights,
  pick: (result: GroupResult) => number | null,
): number | null => {
  let sum = 0;
  let share = 0;
  for (const group of evaluatorGroup.options) {
    const value = pick(groups[group]);
    if (value === null) continue;
    sum += value * weights[group];
    share += weights[group];
  }
  return share === 0 ? null : oneDecimal(sum / share);
};

/**
 * The result of a survey: rate and score of each group and in total, to one decimal. Answers 不了解 are left out or
 * count for nothing, as the scale says. Weights are applied to the unrounded values of the groups.
 */
export const surveyResult = (content: SurveyContent): SurveyResult => {
  const raw = {
    committees: groupResult(content, 'committees'),
    residents: groupResult(content, 'residents'),
    units: groupResult(content, 'units'),
  };
  const score = weighted(raw, content.weights, (group) => group.score);
  const rounded = (group: GroupResult): GroupResult => ({
    ...group,
    rate: group.rate === null ? null : oneDecimal(group.rate),
    score: group.score === null ? null : oneDecimal(group.score),
  });
  return {
    groups: {
      committees: rounded(raw.committees),
      residents: rounded(raw.residents),
      units: rounded(raw.units),
    },
    rate: weighted(raw, content.weights, (group) => group.rate),
    score,
    low: score !== null && score < content.scale.alertBelow,
  };
};

/** The result of each item by itself, in their order, by the same scale and weights. */
export const surveyItemResults = (content: SurveyContent): readonly SurveyResult[] =>
  content.items.map((item, index) => {
    const only = (group: EvaluatorGroup): SurveyGroup => ({
      ...content.groups[group],
      tallies: [talliesOf(content, group)[index] ?? noTally],
      sheets: content.groups[group].sheets.map((sheet) => sheet.charAt(index)),
    });
    return surveyResult({
      ...content,
      items: [item],
      groups: { committees: only('committees'), residents: only('residents'), units: only('units') },
    });
  });
