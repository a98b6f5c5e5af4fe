import {
  knownPersonTag,
  type AgeBand,
  type ConsentKind,
  type KnownPersonTag,
  type Likeness,
  type MemberField,
  type MergedField,
  type PartyStage,
  type PostBody,
} from '../domain/people.ts';
import type { RevealReason } from '../domain/reveal.ts';

export const personTagLabels: Readonly<Record<KnownPersonTag, string>> = {
  'veteran-party-member': '老党员',
  'party-delegate': '党代表',
  'people-congress-deputy': '人大代表',
  'cppcc-member': '政协委员',
  'social-worker': '社会工作者',
  professional: '专业人士',
  'civil-affairs-assistant': '民政助理',
  'community-worker': '社区工作者',
  'child-director': '儿童主任',
  'volunteer-backbone': '志愿者骨干',
};

/** The word of a tag: a known one's label, or the office's own word as it is. */
export const personTagWord = (tag: string): string => {
  const known = knownPersonTag.safeParse(tag).data;
  return known === undefined ? tag : personTagLabels[known];
};

export const ageBandLabels: Readonly<Record<AgeBand, string>> = {
  'under-14': '不满 14 岁',
  '14-17': '14–17 岁',
  '18-35': '18–35 岁',
  '36-59': '36–59 岁',
  '60-69': '60–69 岁',
  '70-up': '70 岁以上',
  unknown: '年龄不详',
};

export const consentKindLabels: Readonly<Record<ConsentKind, string>> = {
  membership: '成员信息告知同意',
  sensitive: '敏感信息单独同意',
  guardian: '监护人同意',
};

export const partyStageLabels: Readonly<Record<PartyStage, string>> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  full: '正式党员',
};

export const postBodyLabels: Readonly<Record<PostBody, string>> = {
  'party-leadership': '社区党组织领导班子',
  mediation: '人民调解委员会',
  'public-security': '治安保卫委员会',
  'public-health': '公共卫生委员会',
  welfare: '社会福利委员会',
  culture: '文化教育委员会',
  environment: '环境和物业管理委员会',
  'other-committee': '其他下属委员会',
};

export const memberFieldLabels: Readonly<Record<MemberField, string>> = {
  address: '住址',
  nation: '民族',
  education: '文化程度',
  speciality: '特长',
  workUnit: '工作单位',
};

export const revealReasonLabels: Readonly<Record<RevealReason, string>> = {
  'verify-identity': '核对身份',
  contact: '联系本人',
  filing: '办理备案',
  inspection: '上级检查',
  correction: '更正差错',
  other: '其他',
};

export const likenessLabels: Readonly<Record<Likeness, string>> = {
  'name-birth-phone': '姓名、出生日期、电话都相同',
  'name-birth': '姓名、出生日期相同',
  'name-phone': '姓名、电话相同',
};

export const mergedFieldLabels: Readonly<Record<MergedField, string>> = {
  name: '姓名',
  sex: '性别',
  birthDate: '出生年月',
  politicalStatus: '政治面貌',
  identityNumber: '证件号码',
  phone: '电话',
};
