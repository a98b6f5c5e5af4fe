import type { QualityCode, QualityFinding, ReportingState, StreetReporting } from '../domain/bureau.ts';
import type { Desk } from '../domain/desk.ts';
import type { DistrictCell, DuplicateReason } from '../domain/district-ledger.ts';

export const deskLabels: Readonly<Record<Desk, string>> = {
  office: '街道枢纽型社会组织',
  bureau: '区民政局',
};

export const reportingStateLabels: Readonly<Record<ReportingState, string>> = {
  missing: '未报送',
  received: '待回执',
  accepted: '已接收',
  returned: '已退回',
};

/** `迟报 3 天`, `还有 12 天`, `今天截止`, `按时` */
export const reportingTiming = ({
  state,
  late,
  days,
}: Pick<StreetReporting, 'state' | 'late' | 'days'>): string => {
  if (late) return state === 'missing' ? `逾期 ${days} 天` : `迟报 ${days} 天`;
  if (state !== 'missing') return '按时';
  return days === 0 ? '今天截止' : `还有 ${days} 天`;
};

export const qualityLevelLabels: Readonly<Record<QualityFinding['level'], string>> = {
  fault: '有误',
  notice: '请核对',
};

/** What a look at a received ledger found. */
export const qualityLabels: Readonly<Record<QualityCode, string>> = {
  'no-organizations': '台账里一个组织也没有。',
  'sums-differ': '统计数与台账各行合计不符。',
  'filing-number-malformed': '备案号不像备案号：看不出年份和序号，或年份不对。',
  'filing-number-twice': '同一个备案号用在两个以上组织。',
  'filing-number-missing': '已备案但没有备案号。',
  'filed-on-missing': '没有备案日期。',
  'filed-on-after-period': '备案日期晚于报告期。',
  'filed-on-impossible': '备案日期早得不合情理。',
  'name-twice': '同一社区有两个同名的组织。',
  'category-missing': '没有分类。',
  'responsible-person-missing': '没有负责人。',
  'fallback-party-missing': '没有兜底党组织（依据：第一条）。',
  'roster-empty': '没有成员。',
  'party-members-exceed': '党员数多于成员数。',
  'community-outside-street': '社区代码不属于这个街道。',
  'community-code-malformed': '社区代码不是 12 位数字。',
  'community-two-names': '同一个社区代码有两个名称。',
  'event-outside-period': '备案、变更或注销的日期不在报告期内。',
  'disposition-outside-period': '处理结果的日期不在报告期内。',
  'rectified-before': '整改办结早于处理的日期。',
  'phone-in-clear': '联系电话没有隐去中间几位。',
  'identity-number-in-text': '文字里有身份证号。',
  'organizations-halved': '在册组织比上次少了一半以上。',
};

export const duplicateReasonLabels: Readonly<Record<DuplicateReason, string>> = {
  'filing-number': '备案号相同',
  'name-and-community': '名称和社区相同',
  'responsible-person': '负责人和电话相同',
  'similar-name': '名称相近',
};

export const districtCellLabels: Readonly<Record<DistrictCell, string>> = {
  standing: '在册组织',
  lines: '台账各行',
  filed: '新备案',
  changed: '变更备案',
  ended: '注销退出',
  candidates: '拟登记',
};
