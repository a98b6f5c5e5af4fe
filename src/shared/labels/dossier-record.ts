import type { RecordKind } from '../domain/dossier-record.ts';

export const recordKindLabels: Readonly<Record<RecordKind, string>> = {
  'committee-report': '向两委报告工作',
  survey: '满意度测评',
  decision: '测评结果运用',
  'meeting-vote': '会议表决',
  disclosure: '信息公开',
  disposition: '处理结果',
};
