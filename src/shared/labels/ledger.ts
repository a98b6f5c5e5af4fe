import type { LedgerFinding } from '../domain/ledger.ts';

/** What the check before a submission found, and what mends it. */
export const ledgerFindingLabels: Readonly<Record<LedgerFinding['code'], string>> = {
  'filing-number-missing': '已备案但没有备案号，请到档案页补上。',
  'filed-on-missing': '没有备案日期，请到档案页补上。',
  'responsible-person-missing': '没有负责人，请在花名册里指定。',
  'fallback-party-missing': '没有兜底党组织，请补上（依据：第一条）。',
  'category-missing': '没有分类，请选定一类。',
  'roster-empty': '花名册是空的，请录入或导入成员。',
  'member-count-differs': '填报的成员数与花名册不一致，请核对。',
  'open-filing-overdue': '有备案办理超期，请尽快办结。',
  'area-code-missing': '社区没有 12 位区划代码，请到设置里补上。',
  'no-organizations': '本期没有任何组织可以上报。',
  'identity-numbers-included': '本次报送含身份证号，请确认接收单位确有需要。',
};

export const ledgerFindingLevelLabels: Readonly<Record<LedgerFinding['level'], string>> = {
  blocking: '必须改正',
  warning: '请核对',
};
