import type {
  IdentityDocumentKind,
  LeaveReason,
  MemberRole,
  Minority,
  PoliticalStatus,
  Sex,
  SnapshotCause,
} from '../domain/person.ts';

export const sexLabels: Readonly<Record<Sex, string>> = { male: '男', female: '女' };

export const politicalStatusLabels: Readonly<Record<PoliticalStatus, string>> = {
  'party-member': '中共党员',
  'probationary-party-member': '中共预备党员',
  'youth-league-member': '共青团员',
  'democratic-party-member': '民主党派成员',
  'non-affiliated': '无党派人士',
  masses: '群众',
};

export const identityDocumentLabels: Readonly<Record<IdentityDocumentKind, string>> = {
  'resident-id': '居民身份证',
  'residence-permit': '港澳台居民居住证',
  passport: '护照',
  other: '其他证件',
};

export const memberRoleLabels: Readonly<Record<MemberRole, string>> = {
  'responsible-person': '负责人',
  deputy: '副负责人',
  liaison: '联络员',
  accountant: '会计',
  backbone: '骨干',
  member: '成员',
};

export const leaveReasonLabels: Readonly<Record<LeaveReason, string>> = {
  'own-wish': '本人退出',
  moved: '迁出',
  health: '身体原因',
  deceased: '去世',
  expelled: '除名',
  dissolved: '组织注销',
  other: '其他',
};

export const minorityLabels: Readonly<Record<Minority, string>> = {
  'under-14': '不满十四周岁',
  'under-18': '未成年',
};

export const snapshotCauseLabels: Readonly<Record<SnapshotCause, string>> = {
  filing: '备案时存档',
  dissolution: '注销时存档',
  revocation: '撤销备案时存档',
  registration: '依法登记时存档',
  ledger: '台账冻结时存档',
  office: '手工存档',
};
