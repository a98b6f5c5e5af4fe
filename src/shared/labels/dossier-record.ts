import type {
  CommendationForm,
  DecisionUse,
  DisclosureSubject,
  DispositionType,
  RecordKind,
  VoteSubject,
} from '../domain/dossier-record.ts';

export const recordKindLabels: Readonly<Record<RecordKind, string>> = {
  'committee-report': '向两委报告工作',
  survey: '满意度测评',
  decision: '测评结果运用',
  'meeting-vote': '会议表决',
  'activity-evaluation': '活动群众评价',
  disclosure: '信息公开',
  disposition: '处理结果',
};

export const voteSubjectLabels: Readonly<Record<VoteSubject, string>> = {
  founding: '发起成立',
  charter: '通过章程',
  leaders: '选举负责人',
  dissolution: '终止（注销）',
  other: '其他事项',
};

export const decisionUseLabels: Readonly<Record<DecisionUse, string>> = {
  purchase: '政府购买服务',
  resources: '匹配辖区资源',
  exit: '退出',
};

/** What a disclosure is about. */
export const disclosureSubjectLabels: Readonly<Record<DisclosureSubject, string>> = {
  filing: '备案结果',
  change: '变更结果',
  dissolution: '注销结果',
  finance: '财务收支',
  activity: '活动情况',
  annual: '年度工作',
  survey: '测评结果',
  other: '其他事项',
};

/** e.g. 2026 年上半年财务收支, 2026 年度工作 */
export const plannedDisclosureLabel = (subject: DisclosureSubject, period: string): string =>
  `${period}${disclosureSubjectLabels[subject]}`.replace('年年', '年');

export const dispositionTypeLabels: Readonly<Record<DispositionType, string>> = {
  praise: '表扬嘉奖',
  talk: '约谈',
  rectify: '责令整改',
  warn: '警告',
  withhold: '不予支持',
  revoke: '撤销备案',
  other: '其他',
};

/** In the words of policy Art. 3. */
export const commendationFormLabels: Readonly<Record<CommendationForm, string>> = {
  letter: '表扬信',
  plaque: '纪念牌',
  both: '表扬信和纪念牌',
};
