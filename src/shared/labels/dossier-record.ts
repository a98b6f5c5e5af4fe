import type { DecisionUse, RecordKind, VoteSubject } from '../domain/dossier-record.ts';

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
