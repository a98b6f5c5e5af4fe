import type { BulkField, BulkOutcome } from '../domain/bulk-edit.ts';

export const bulkFieldLabels: Readonly<Record<BulkField, string>> = {
  category: '类别',
  'fallback-party': '兜底党组织',
  'party-adviser': '党建指导员',
  'contact-name': '联系人',
  'contact-phone': '联系电话',
  'activity-area': '活动地域',
  remark: '备注',
  custom: '自设项目',
};

export const bulkOutcomeLabels: Readonly<Record<BulkOutcome, string>> = {
  changes: '会改',
  same: '已经是这样',
  sealed: '档案已封存，不改',
  'filing-open': '有备案正在办理，不改',
  'needs-change-filing': '备案表写明的事项，须走变更备案，不改',
};
