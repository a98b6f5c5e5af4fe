import type { ContentOf, RecordInput } from '../../src/shared/domain/dossier-record.ts';
import type { OrganizationId, RecordId } from '../../src/shared/domain/ids.ts';
import { emptyGroup, type SurveyContent } from '../../src/shared/domain/survey.ts';

/** A survey of two items, called and not yet answered. */
export const surveyOf = (change: Partial<SurveyContent> = {}): SurveyContent => ({
  kind: 'survey',
  period: null,
  items: ['服务质量', '活动开展'],
  scale: { satisfied: 100, mostlySatisfied: 80, dissatisfied: 0, unknownCounts: false, alertBelow: 80 },
  weights: { committees: 1, residents: 1, units: 1 },
  minimumBallots: 5,
  entry: 'counts',
  groups: { committees: emptyGroup, residents: emptyGroup, units: emptyGroup },
  closedOn: null,
  imbalanceReason: null,
  batches: [],
  followUp: null,
  ...change,
});

const tally = (satisfied: number, mostly: number, dissatisfied: number, unknown: number) => ({
  satisfied,
  mostly,
  dissatisfied,
  unknown,
});

/** Ballots of three groups that add up; the result is worked by hand in survey.test.ts. */
export const countedGroups: SurveyContent['groups'] = {
  committees: {
    issued: 5,
    returned: 5,
    void: 0,
    tallies: [tally(4, 1, 0, 0), tally(3, 1, 1, 0)],
    sheets: [],
  },
  residents: {
    issued: 20,
    returned: 18,
    void: 1,
    tallies: [tally(10, 4, 2, 1), tally(8, 5, 3, 1)],
    sheets: [],
  },
  units: { issued: 4, returned: 3, void: 0, tallies: [tally(1, 1, 0, 1), tally(0, 2, 1, 0)], sheets: [] },
};

export const reportOf = (
  change: Partial<ContentOf<'committee-report'>> = {},
): ContentOf<'committee-report'> => ({
  kind: 'committee-report',
  period: '2026-1/2',
  meeting: '两委联席会议',
  place: '社区会议室',
  reporter: '王秀英',
  attendees: '社区两委成员 7 人',
  body: '上半年开展活动 12 次。',
  committeeOpinion: '同意',
  ...change,
});

export const decisionOf = (
  surveyId: RecordId,
  change: Partial<ContentOf<'decision'>> = {},
): ContentOf<'decision'> => ({
  kind: 'decision',
  use: 'purchase',
  surveyId,
  decidedBy: '新河街道办事处',
  body: '继续购买文化服务',
  amountYuan: 20_000,
  ...change,
});

export const disclosureOf = (change: Partial<ContentOf<'disclosure'>> = {}): ContentOf<'disclosure'> => ({
  kind: 'disclosure',
  subject: 'finance',
  body: '上半年收入 3,200 元，支出 2,850 元。',
  means: '公示栏',
  place: '社区门口',
  endsOn: null,
  responsible: '王秀英',
  objections: [],
  personalDataReason: null,
  period: null,
  published: null,
  ...change,
});

export const recordInputOf = (
  organization: OrganizationId,
  content: RecordInput['content'],
  change: Partial<RecordInput> = {},
): RecordInput => ({
  organizationId: organization,
  occurredOn: '2026-07-10',
  title: '记录',
  content,
  ...change,
});

/** A street's order. */
export const dispositionOf = (change: Partial<ContentOf<'disposition'>> = {}): ContentOf<'disposition'> => ({
  kind: 'disposition',
  authority: '街道办事处',
  type: 'rectify',
  documentNumber: null,
  reason: '财务未公开',
  basis: '第二条 档案（四）',
  result: '责令十日内公开',
  deliveredOn: null,
  deliveredTo: null,
  rectification: null,
  commendation: null,
  ...change,
});

export const voteOf = (change: Partial<ContentOf<'meeting-vote'>> = {}): ContentOf<'meeting-vote'> => ({
  kind: 'meeting-vote',
  subject: 'charter',
  place: '社区活动室',
  expected: 30,
  present: 26,
  inFavour: 25,
  against: 0,
  abstained: 1,
  resolution: '通过章程',
  ...change,
});

/** Slips of one activity. */
export const evaluationOf = (): ContentOf<'activity-evaluation'> => ({
  kind: 'activity-evaluation',
  place: null,
  issued: 10,
  returned: 9,
  void: 0,
  tally: { satisfied: 8, mostly: 1, dissatisfied: 0, unknown: 0 },
  remark: null,
});
