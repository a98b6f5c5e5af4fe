import type { HandOverMeans, LedgerFinding, PeriodCode, SubmissionStanding } from '../domain/ledger.ts';
import type { LedgerCorrection } from '../domain/ledger-correction.ts';
import type { LedgerColumn } from '../domain/ledger-columns.ts';
import type { LedgerOrganization, PeriodFigures } from '../domain/ledger-snapshot.ts';
import type { PartSize } from '../domain/package-parts.ts';

/** What the check before a submission found, and what mends it. */
export const ledgerFindingLabels: Readonly<Record<LedgerFinding['code'], string>> = {
  'filing-number-missing': '已备案但没有备案号，请到档案页补上。',
  'filing-number-twice': '同一个备案号用在两个以上组织，请核对改正。',
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
  'phones-included': '本次报送含完整的联系电话，请确认接收单位确有需要。',
  'period-running': '本期还没有结束，现在冻结，以后的改动要做更正包。',
  'earlier-not-accepted': '上一期被退回，还没有重新报送。',
  'no-confirmed-key': '还没有核对过指纹的接收公钥，做不了报送包。',
  'key-expiring': '接收公钥快到期了，请向接收单位要新的公钥卡。',
};

export const ledgerFindingLevelLabels: Readonly<Record<LedgerFinding['level'], string>> = {
  blocking: '必须改正',
  warning: '请核对',
};

/** Headings of 工作台账. */
export const ledgerColumnLabels: Readonly<Record<LedgerColumn, string>> = {
  community: '社区（村）',
  settlement: '城乡',
  name: '组织名称',
  category: '类别',
  status: '状态',
  filingNumber: '备案号',
  filedOn: '备案日期',
  responsiblePerson: '负责人',
  phone: '联系电话',
  members: '成员数',
  partyMembers: '党员数',
  fallbackParty: '兜底党组织',
  reports: '报告次数',
  satisfaction: '满意率',
  disclosures: '公开次数',
  activities: '活动公开',
  dispositions: '处理结果',
  changes: '备案变更注销',
  trained: '轮训人次',
  proposedRegistration: '拟登记',
  completeness: '档案完整度',
  remark: '备注',
};

export const periodFigureLabels: Readonly<Record<Exclude<keyof PeriodFigures, 'period'>, string>> = {
  organizations: '在册组织',
  members: '成员',
  partyMembers: '党员',
  filed: '新备案',
  changed: '变更备案',
  ended: '注销退出',
  dispositions: '处理结果',
};

export const submissionStandingLabels: Readonly<Record<SubmissionStanding, string>> = {
  open: '未报送',
  made: '待送出',
  'handed-over': '待回执',
  accepted: '已接收',
  returned: '退回',
};

export const handOverMeansLabels: Readonly<Record<HandOverMeans, string>> = {
  stick: 'U 盘',
  mail: '邮件',
  disc: '光盘',
  download: '下载',
  other: '其他方式',
};

export const partSizeLabels: Readonly<Record<PartSize, string>> = {
  'mail-20m': '每卷 20 MB（邮件附件）',
  'mail-50m': '每卷 50 MB（大附件）',
  'disc-cd': '每卷 700 MB（光盘）',
  'fat32-4g': '每卷 4 GB（旧 U 盘）',
};

/** `2026 年下半年` or `2026 年第 3 季度` */
export const periodWords = (code: PeriodCode): string => {
  const year = code.slice(0, 4);
  if (code[4] === 'H') return `${year} 年${code[5] === '1' ? '上' : '下'}半年`;
  return `${year} 年第 ${code[5]} 季度`;
};

/** Members of a ledger's line, for lists of what a correction changes. */
export const lineFieldLabels: Readonly<Record<keyof LedgerOrganization, string>> = {
  ...ledgerColumnLabels,
  id: '编号',
  communityCode: '社区代码',
  maskedPhone: ledgerColumnLabels.phone,
  events: ledgerColumnLabels.changes,
};

/** Parts of a ledger beside its lines that a correction may replace. */
export const correctionPartLabels: Readonly<Record<keyof LedgerCorrection['replaced'], string>> = {
  columns: '台账栏目',
  candidates: '拟登记台账',
  dispositions: '处理结果',
  trainings: '轮训',
  earlier: '各期对比',
  statistics: '统计',
  district: '区的名称或代码',
  street: '街道的名称或代码',
  hub: '填报单位',
};
