import type { SearchField, SearchKind } from '../domain/search.ts';

export const searchKindLabels: Readonly<Record<SearchKind, string>> = {
  organization: '组织',
  person: '成员',
  filing: '备案',
  certificate: '证书',
  record: '档案记录',
  file: '档案材料',
  'archive-item': '归档文件',
  place: '存放位置',
  community: '社区',
};

export const searchFieldLabels: Readonly<Record<SearchField, string>> = {
  name: '名称',
  'short-name': '简称',
  'former-name': '原名称',
  number: '编号',
  'archival-code': '档号',
  volume: '卷号',
  'file-name': '文件名',
  text: '内容',
  'identity-tail': '证件号末位',
  'phone-tail': '电话末位',
};
