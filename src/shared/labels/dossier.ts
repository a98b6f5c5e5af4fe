import type { DossierGapCode, DossierPart } from '../domain/dossier.ts';

/** The five parts in the order and words of policy Art. 2, shortened to fit a card. */
export const dossierPartLabels: Readonly<Record<DossierPart, string>> = {
  'charter-and-form': '章程及备案表',
  roster: '成员花名册',
  'reports-and-surveys': '两委报告与测评',
  disclosures: '信息公开',
  dispositions: '处理结果',
};

/** What is missing, as filters and lists say it, whoever the organization is. */
export const dossierGapLabels: Readonly<Record<DossierGapCode, string>> = {
  'responsible-person': '缺负责人',
  category: '缺类别',
  'business-scope': '缺业务范围',
  premises: '缺活动场所',
  'fallback-party': '缺兜底党组织',
  'charter-adopted': '缺章程通过日期',
  'filing-number': '缺备案号',
  'filed-on': '缺备案日期',
  certificate: '未发备案证书',
  'held-copies': '三方留存未签齐',
  'roster-empty': '花名册没有成员',
  'responsible-person-on-roster': '花名册里没有负责人',
  'member-count': '人数与填报不符',
  'committee-report': '缺两委报告',
  survey: '缺满意度测评',
  disclosure: '缺信息公开',
  'overdue-matter': '整改、整治过期',
  'required-paper': '缺本单位要求的材料',
};
