import type { DocumentGroup, DocumentKind } from '../domain/document.ts';

/** What stands on the paper. */
export const documentKindLabels: Readonly<Record<DocumentKind, string>> = {
  application: '社区社会组织备案申请书',
  'filing-form': '社区社会组织备案表',
  charter: '社区社会组织章程',
  'roster-full': '成员花名册（完整版）',
  'roster-public': '成员花名册（公开版）',
  'committee-opinion': '居（村）委会初审意见表',
  'correction-notice': '备案补正通知书',
  'refusal-notice': '不予备案通知书',
  'filing-notice': '备案公示',
  'objection-answer': '公示异议答复书',
  approval: '同意备案的批复',
  certificate: '社区社会组织备案证书',
  'certificate-receipt': '备案证书存根与签收单',
  'copies-receipt': '章程、备案表三方留存签收单',
  'change-form': '变更备案表',
  'loss-statement': '备案证书遗失声明',
  'dissolution-application': '注销申请书与全体成员会议决议',
  'asset-statement': '剩余资产和未了事项说明',
  'dissolution-notice': '注销公示',
};

/** Short names, for lists and for the names of files. */
export const documentShortLabels: Readonly<Record<DocumentKind, string>> = {
  application: '备案申请书',
  'filing-form': '备案表',
  charter: '章程',
  'roster-full': '花名册',
  'roster-public': '花名册公开版',
  'committee-opinion': '初审意见表',
  'correction-notice': '补正通知书',
  'refusal-notice': '不予备案通知书',
  'filing-notice': '备案公示',
  'objection-answer': '异议答复书',
  approval: '批复',
  certificate: '备案证书',
  'certificate-receipt': '领证签收单',
  'copies-receipt': '三方留存签收单',
  'change-form': '变更备案表',
  'loss-statement': '遗失声明',
  'dissolution-application': '注销申请书',
  'asset-statement': '资产说明',
  'dissolution-notice': '注销公示',
};

export const documentGroupLabels: Readonly<Record<DocumentGroup, string>> = {
  application: '申请备案',
  roster: '花名册',
  decision: '审核、公示与发证',
  exit: '终止与注销',
};
