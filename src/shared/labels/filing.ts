import type {
  CopyDocument,
  CopyHolder,
  EntryMode,
  FilingAction,
  FilingKind,
  FilingState,
  ObjectionResult,
} from '../domain/filing.ts';
import type { StepRequirement } from '../domain/filing-state-machine.ts';

export const filingKindLabels: Readonly<Record<FilingKind, string>> = {
  initial: '首次备案',
  change: '变更备案',
  dissolution: '注销',
};

/** Where a filing stands, as a clerk would say it: what has been done, and what is waited for. */
export const filingStateLabels: Readonly<Record<FilingState, string>> = {
  preparing: '准备材料',
  applied: '待初审',
  returned: '退回补正',
  'not-forwarded': '不予上报',
  'committee-passed': '待街道审核',
  refused: '不予备案',
  'street-agreed': '待公示',
  'on-notice': '公示中',
  objected: '公示有异议',
  'notice-cleared': '公示无异议',
  filed: '已发证',
  dissolved: '已注销',
  withdrawn: '已撤回',
};

/** What the button says. */
export const filingActionLabels: Readonly<Record<FilingAction, string>> = {
  submit: '提交申请',
  'committee-pass': '初审通过并上报',
  'committee-return': '初审退回补正',
  'committee-decline': '不予上报',
  'street-agree': '街道审核同意',
  'street-return': '街道退回补正',
  'street-refuse': '不予备案',
  'start-notice': '开始公示',
  'record-objection': '登记异议',
  'resolve-objection': '异议处理完毕',
  'close-notice': '公示期满',
  'issue-certificate': '发证',
  'close-dissolution': '注销办结',
  withdraw: '撤回申请',
};

export const entryModeLabels: Readonly<Record<EntryMode, string>> = {
  live: '正在办理',
  'back-entry': '补录',
};

export const objectionResultLabels: Readonly<Record<ObjectionResult, string>> = {
  dismissed: '异议不成立',
  upheld: '异议成立',
  withdrawn: '异议人撤回',
};

/** The three holders of policy Art. 2(3). */
export const copyHolderLabels: Readonly<Record<CopyHolder, string>> = {
  street: '街道办事处（乡、镇人民政府）',
  committee: '居（村）委会',
  organization: '社区社会组织',
};

export const copyDocumentLabels: Readonly<Record<CopyDocument, string>> = {
  charter: '社区社会组织章程',
  'filing-form': '社区社会组织备案表',
};

/** What a step still lacks, as the refusal names it. */
export const stepRequirementLabels: Readonly<Record<StepRequirement, string>> = {
  opinion: '意见',
  notice: '公示的地点、方式和天数',
};

const filingBasis = (action: FilingAction): string | null => {
  switch (action) {
    case 'submit':
    case 'committee-pass':
    case 'committee-return':
    case 'committee-decline':
      return '第二条（一）';
    case 'street-agree':
    case 'street-return':
    case 'street-refuse':
    case 'start-notice':
    case 'record-objection':
    case 'resolve-objection':
    case 'close-notice':
    case 'issue-certificate':
      return '第二条（二）';
    case 'close-dissolution':
    case 'withdraw':
      return null;
  }
};

/** Clause of the policy behind a step; null where it says nothing. */
export const stepBasis = (kind: FilingKind, action: FilingAction): string | null => {
  if (kind === 'dissolution') return action === 'withdraw' ? null : '第三条';
  return kind === 'change' && action === 'submit' ? '第二条（四）' : filingBasis(action);
};
