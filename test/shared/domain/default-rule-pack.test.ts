import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filingKind } from '../../../src/shared/domain/filing.ts';
import { parseFilingNumberTemplate } from '../../../src/shared/domain/filing-number.ts';
import { rulePackFile } from '../../../src/shared/domain/rule-pack.ts';

const file = rulePackFile.parse(
  JSON.parse(readFileSync(new URL('../../../resources/rule-packs/default.json', import.meta.url), 'utf8')),
);

describe('the rule pack that ships', () => {
  test('has the safe default of every number that the policy leaves open', () => {
    const { requiredMaterials, retention, ...numbers } = file.body;
    expect(requiredMaterials.length).toBeGreaterThan(0);
    expect(retention.length).toBeGreaterThan(0);
    expect(numbers).toMatchObject({
      name: '通用规则',
      copies: 3,
      committeeReview: { days: 5, unit: 'working' },
      streetReview: { days: 7, unit: 'calendar' },
      filingNotice: { days: 7, unit: 'calendar' },
      exitNotice: { days: 7, unit: 'calendar' },
      minimumFounders: 2,
      minimumMembers: 10,
      certificateValidityMonths: null,
      certificateReminderDays: [30, 15],
      committeeReportsPerYear: 2,
      surveysPerYear: 1,
      survey: {
        satisfied: 100,
        mostlySatisfied: 80,
        dissatisfied: 0,
        unknownCounts: false,
        alertBelow: 80,
        weights: { committees: 1, residents: 1, units: 1 },
        minimumBallots: 5,
        items: [
          '党的建设',
          '作用发挥',
          '服务质量',
          '活动开展',
          '群众参与',
          '制度执行',
          '财务公开',
          '安全管理',
        ],
      },
      vote: { quorum: 'two-thirds', majority: 'half' },
      ledger: {
        periods: 'half-year',
        dueDaysAfter: 15,
        reminderDays: [30, 15, 7, 1],
        includeIdentityNumbers: false,
        includePhones: false,
      },
      filingNumberTemplate: '{office}社备〔{YYYY}〕{seq}号',
      density: { urban: 10, rural: 5 },
    });
  });

  test('keeps what the archive keeps for ever apart from the rest', () => {
    const kept = (period: string): readonly string[] =>
      file.body.retention.filter((entry) => entry.period === period).map(({ material }) => material);
    expect(kept('permanent')).toEqual(['章程', '备案表', '备案证书', '变更材料', '注销材料', '处理结果']);
    expect(kept('30-years')).toEqual(['两委报告与测评', '工作台账', '花名册版本']);
    expect(kept('10-years')).toEqual(['信息公开', '活动记录', '培训记录']);
  });

  test('names a clause behind every material and asks for each only once in a filing', () => {
    for (const kind of filingKind.options) {
      const codes = file.body.requiredMaterials
        .filter(({ filingKinds }) => filingKinds.includes(kind))
        .map(({ code, basis }) => (/^第[一二三]条/.test(basis) ? code : `${code} without a clause`));
      expect(codes).toEqual([...new Set(codes)]);
      expect(codes).toContain('charter');
    }
  });

  test('has a filing number template that its own check accepts', () => {
    expect(parseFilingNumberTemplate(file.body.filingNumberTemplate).source).toBe(
      file.body.filingNumberTemplate,
    );
  });
});
