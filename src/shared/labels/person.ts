import type { IdentityDocumentKind, MemberRole, PoliticalStatus, Sex } from '../domain/person.ts';

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
