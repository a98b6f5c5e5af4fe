import type { PersonalDataKind } from '../domain/personal-data.ts';

export const personalDataKindLabels: Readonly<Record<PersonalDataKind, string>> = {
  'identity-number': '身份证号',
  'mobile-phone': '手机号',
  'landline-phone': '固定电话',
  'bank-card': '银行卡号',
  'home-address': '住址',
  email: '电子邮箱',
};
