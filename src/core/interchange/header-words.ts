import type { ImportField, SheetKind } from '../../shared/domain/workbook-import.ts';
import { narrow, withoutInvisible, withoutSpaces } from '../../shared/domain/plain-text.ts';

type Synonyms = Partial<Readonly<Record<ImportField, readonly string[]>>>;
/** Kinds of sheet that carry rows to import. */
export type RowSheetKind = Exclude<SheetKind, 'ignored'>;

const phoneWords = [
  '联系电话',
  '电话',
  '电话号码',
  '手机',
  '手机号',
  '手机号码',
  '联系方式',
  '联系号码',
  '移动电话',
];

const shared: Synonyms = {
  sequence: ['序号', '序', '编号', '号', 'No', 'No.'],
  remark: ['备注', '备注说明', '说明', '情况说明'],
};

const organizationWords: Synonyms = {
  ...shared,
  community: [
    '社区',
    '所属社区',
    '所在社区',
    '社区名称',
    '城乡社区',
    '村',
    '村居',
    '所属村居',
    '所在村居',
    '村居名称',
    '社区村',
    '村社区',
    '所属村',
    '所在村',
    '居委会',
    '所属居委会',
    '居村委会',
    '村居委会',
  ],
  'organization-name': [
    '组织名称',
    '社会组织名称',
    '社区社会组织名称',
    '社区社会组织',
    '名称',
    '组织全称',
    '全称',
    '团队名称',
    '社团名称',
    '队伍名称',
    '协会名称',
  ],
  category: ['类别', '组织类别', '类型', '组织类型', '分类', '所属类别', '业务类别', '组织分类', '所属领域'],
  'filing-number': [
    '备案号',
    '备案编号',
    '备案证号',
    '备案证书号',
    '备案证书编号',
    '证书编号',
    '备案文号',
    '证书号',
  ],
  'filed-on': ['备案日期', '备案时间', '备案年月', '发证日期', '发证时间', '登记备案日期'],
  'responsible-person': [
    '负责人',
    '负责人姓名',
    '主要负责人',
    '主要负责人姓名',
    '召集人',
    '队长',
    '会长',
    '团长',
    '牵头人',
  ],
  'responsible-political-status': ['政治面貌', '负责人政治面貌', '面貌'],
  'contact-phone': [...phoneWords, ...phoneWords.map((word) => `负责人${word}`)],
  'member-count': [
    '成员数',
    '成员人数',
    '人数',
    '会员数',
    '会员人数',
    '队员数',
    '队员人数',
    '成员数量',
    '规模',
  ],
  premises: ['活动场所', '场所', '活动地点', '活动场地', '场地', '活动地址', '地址', '住所'],
  'business-scope': ['业务范围', '活动内容', '主要活动', '服务内容', '主要业务', '业务内容', '主要活动内容'],
  'activity-area': ['活动地域', '活动区域', '活动范围'],
  purpose: ['宗旨', '组织宗旨'],
  funds: ['活动资金', '活动资金及来源', '资金', '资金来源', '经费', '经费来源'],
  'fallback-party': ['兜底党组织', '所属党组织', '隶属党组织', '党组织', '指导党组织', '兜底党组织名称'],
  'founded-on': ['成立日期', '成立时间', '成立年月', '组建时间', '组建日期'],
};

const rosterWords: Synonyms = {
  ...shared,
  'organization-name': [
    ...(organizationWords['organization-name'] ?? []),
    '所属组织',
    '所在组织',
    '所属社会组织',
    '所属团队',
    '所属队伍',
    '组织',
    '团队',
    '队伍',
    '社团',
  ],
  'person-name': ['姓名', '成员姓名', '人员姓名', '队员姓名', '会员姓名', '名字'],
  sex: ['性别'],
  'identity-number': [
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '居民身份证号',
    '居民身份证号码',
    '证件号码',
    '证件号',
  ],
  'birth-date': ['出生年月', '出生日期', '出生年月日', '出生时间', '出生', '生日'],
  'political-status': ['政治面貌', '面貌'],
  role: ['职务', '担任职务', '组织职务', '角色', '岗位', '职责', '组织内职务'],
  phone: phoneWords,
  'joined-on': [
    '加入日期',
    '加入时间',
    '加入年月',
    '入会日期',
    '入会时间',
    '入队日期',
    '入队时间',
    '参加时间',
  ],
};

const traineeWords: Synonyms = {
  ...shared,
  'person-name': rosterWords['person-name'] ?? [],
  'trainee-group': [
    '培训对象类别',
    '培训对象',
    '对象类别',
    '轮训对象',
    '轮训类别',
    '人员类别',
    '人员分类',
    '人员身份',
    '类别',
    '身份',
  ],
  community: organizationWords.community ?? [],
  'work-unit': ['单位', '工作单位', '所在单位', '所属单位', '单位名称', '所在组织', '所属组织'],
  post: ['岗位', '职务', '岗位名称', '担任职务'],
  sex: rosterWords.sex ?? [],
  'identity-number': rosterWords['identity-number'] ?? [],
  'birth-date': rosterWords['birth-date'] ?? [],
  'political-status': rosterWords['political-status'] ?? [],
  phone: phoneWords,
  'starts-on': [
    '起始日期',
    '开始日期',
    '任职日期',
    '任职时间',
    '上岗日期',
    '上岗时间',
    '入职日期',
    '入职时间',
    '到岗日期',
    '到岗时间',
  ],
  'ends-on': ['结束日期', '终止日期', '离任日期', '离任时间', '离岗日期', '离岗时间', '离职日期', '离职时间'],
};

/** A header as it is compared and remembered: no spaces, stars, colons or remarks in brackets. */
export const plainHeader = (header: string): string =>
  withoutSpaces(narrow(withoutInvisible(header)))
    .replaceAll(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replaceAll(/[*＊:：、]/g, '');

const indexed = (words: Synonyms): ReadonlyMap<string, ImportField> =>
  new Map(
    Object.entries(words).flatMap(([field, list]) =>
      list.map((word): [string, ImportField] => [word, field as ImportField]),
    ),
  );

const fieldsByKind: Readonly<Record<RowSheetKind, ReadonlyMap<string, ImportField>>> = {
  organizations: indexed(organizationWords),
  roster: indexed(rosterWords),
  trainees: indexed(traineeWords),
};

/**
 * Field of a header in a kind of sheet, or null. Of a header in two rows (`负责人/姓名`) the joined words are tried,
 * then the upper before 姓名, then the lower, then the upper.
 */
export const fieldOfHeader = (header: string, kind: RowSheetKind): ImportField | null => {
  const words = fieldsByKind[kind];
  const [upper = '', lower = ''] = header.split('/').map(plainHeader);
  if (lower === '') return words.get(upper) ?? null;
  const known =
    words.get(upper + lower) ??
    words.get(plainHeader(header).replaceAll('/', '')) ??
    (lower === '姓名' ? words.get(upper) : undefined) ??
    words.get(lower) ??
    words.get(upper);
  return known ?? null;
};

/** Columns that the workbook of refused rows adds; they carry no data when it comes back. */
export const rejectColumns = ['退回原因', '如何修改', '原表行号'] as const;

export const isRejectColumn = (header: string): boolean =>
  (rejectColumns as readonly string[]).includes(plainHeader(header));
