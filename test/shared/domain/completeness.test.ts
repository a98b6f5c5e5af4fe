import { describe, expect, test } from 'vitest';
import { assessDossier, type DossierEvidence } from '../../../src/shared/domain/completeness.ts';
import type { DossierGapCode, DossierPart } from '../../../src/shared/domain/dossier.ts';

const whole: DossierEvidence = {
  businessScope: true,
  premises: true,
  category: true,
  fallbackParty: true,
  responsiblePerson: true,
  charterAdopted: true,
  filingNumber: true,
  filedOn: true,
  certificate: true,
  heldCopies: 6,
  members: 32,
  partyMembers: 5,
  declaredMembers: 32,
  responsiblePersonOnRoster: true,
  owedReport: null,
  owesSurvey: false,
  owedDisclosures: [],
  overdueMatters: 0,
  reports: 3,
  surveys: 1,
  disclosures: 4,
  dispositions: 0,
  requiredPapers: [],
};

test('nothing is missing of a whole dossier', () => {
  expect(assessDossier(whole)).toEqual({
    completeness: 100,
    gaps: [],
    parts: [
      { part: 'charter-and-form', percent: 100, summary: '材料齐全' },
      { part: 'roster', percent: 100, summary: '32 人' },
      { part: 'reports-and-surveys', percent: 100, summary: '报告 3 份，测评 1 次' },
      { part: 'disclosures', percent: 100, summary: '公开 4 项' },
      { part: 'dispositions', percent: 100, summary: '无处理记录' },
    ],
  });
});

describe('one thing missing', () => {
  /* By hand: of 17 requirements one is missing, 16/17 = 94.1 %. Of the parts' 10, 3, 2, 1 and 1: 90, 66.6, 50, 0, 0 %. */
  const left: Readonly<Record<DossierPart, number>> = {
    'charter-and-form': 90,
    roster: 66,
    'reports-and-surveys': 50,
    disclosures: 0,
    dispositions: 0,
  };
  test.each<[DossierGapCode, DossierPart, string, Partial<DossierEvidence>]>([
    ['responsible-person', 'charter-and-form', '未填负责人', { responsiblePerson: false }],
    ['category', 'charter-and-form', '未定类别', { category: false }],
    ['business-scope', 'charter-and-form', '未填业务范围', { businessScope: false }],
    ['premises', 'charter-and-form', '未填活动场所', { premises: false }],
    ['fallback-party', 'charter-and-form', '未定兜底党组织', { fallbackParty: false }],
    ['charter-adopted', 'charter-and-form', '章程未登记通过日期', { charterAdopted: false }],
    ['filing-number', 'charter-and-form', '缺备案号', { filingNumber: false }],
    ['filed-on', 'charter-and-form', '缺备案日期', { filedOn: false }],
    ['certificate', 'charter-and-form', '未发备案证书', { certificate: false }],
    ['held-copies', 'charter-and-form', '章程、备案表未三方签收', { heldCopies: 5 }],
    ['responsible-person-on-roster', 'roster', '花名册里没有负责人', { responsiblePersonOnRoster: false }],
    ['member-count', 'roster', '花名册人数与填报人数不符', { declaredMembers: 33 }],
    [
      'committee-report',
      'reports-and-surveys',
      '缺2026 年上半年向两委的报告',
      { owedReport: '2026 年上半年' },
    ],
    ['survey', 'reports-and-surveys', '近期没有满意度测评结果', { owesSurvey: true }],
    ['disclosure', 'disclosures', '一季度财务未公开', { owedDisclosures: ['一季度财务'] }],
    [
      'disclosure',
      'disclosures',
      '一季度财务等 3 项未公开',
      { owedDisclosures: ['一季度财务', '年度活动', '章程'] },
    ],
    ['overdue-matter', 'dispositions', '2 项整改过期未办结', { overdueMatters: 2 }],
  ])('%s of %s: %s', (code, part, title, change) => {
    const { completeness, gaps, parts } = assessDossier({ ...whole, ...change });
    expect(gaps).toEqual([{ part, code, title, basis: expect.stringMatching(/^第[一二]条/) }]);
    expect(completeness).toBe(94);
    expect(parts.map(({ part: each, percent }) => [each, percent])).toEqual(
      Object.entries(left).map(([each, percent]) => [each, each === part ? percent : 100]),
    );
    expect(parts.find((each) => each.part === part)?.summary).toBe(
      part === 'charter-and-form' ? '还差 1 项' : title,
    );
  });
});

test('an empty roster lacks its members, and its count only where another was declared', () => {
  const empty = { ...whole, members: 0, responsiblePersonOnRoster: false };
  const codes = (evidence: DossierEvidence) => assessDossier(evidence).gaps.map(({ code }) => code);
  expect(codes({ ...empty, declaredMembers: null })).toEqual([
    'roster-empty',
    'responsible-person-on-roster',
  ]);
  expect(codes({ ...empty, declaredMembers: 0 })).toEqual(['roster-empty', 'responsible-person-on-roster']);
  expect(codes(empty)).toEqual(['roster-empty', 'responsible-person-on-roster', 'member-count']);
});

test('what is added never makes a dossier less complete, and 100 means that nothing is missing', () => {
  const changes: readonly Partial<DossierEvidence>[] = [
    { businessScope: false },
    { certificate: false },
    { heldCopies: 0 },
    { declaredMembers: 1 },
    { owedReport: '上半年' },
    { owesSurvey: true },
    { owedDisclosures: ['财务'] },
    { overdueMatters: 1 },
  ];
  for (let chosen = 0; chosen < 2 ** changes.length; chosen++) {
    const lacking = changes.filter((_, bit) => (chosen & (2 ** bit)) !== 0);
    const evidence = Object.assign({}, whole, ...lacking) as DossierEvidence;
    const { completeness, gaps } = assessDossier(evidence);
    expect(gaps).toHaveLength(lacking.length);
    expect(completeness).toBe(Math.floor(((17 - lacking.length) * 100) / 17));
    for (const one of lacking) {
      const mended = lacking.filter((each) => each !== one);
      const better = assessDossier(Object.assign({}, whole, ...mended) as DossierEvidence);
      expect(better.completeness).toBeGreaterThan(completeness);
    }
  }
});

test('papers that the office wants besides count one by one, and are one gap together', () => {
  const paper = (title: string, present: boolean) => ({ part: 'roster', title, present });
  const requiredPapers = [paper('健康承诺书', false), paper('合影', true), paper('保险单', false)];
  const { completeness, gaps, parts } = assessDossier({ ...whole, requiredPapers });
  expect(gaps).toEqual([
    {
      part: 'roster',
      code: 'required-paper',
      title: '缺“健康承诺书”等 2 份本单位要求的材料',
      basis: '第二条 档案（包含但不限于）',
    },
  ]);
  // By hand: 18 of 20 are there; of the roster's six four, 66.6 %.
  expect(completeness).toBe(90);
  expect(parts.find(({ part }) => part === 'roster')).toEqual({
    part: 'roster',
    percent: 66,
    summary: '缺“健康承诺书”',
  });
});
