import type { FindingCode, ImportField, ImportFinding, SheetKind } from '../domain/workbook-import.ts';

export const sheetKindLabels: Readonly<Record<SheetKind, string>> = {
  organizations: '组织台账',
  roster: '成员花名册',
  trainees: '培训对象名单',
  ignored: '不导入',
};

export const importFieldLabels: Readonly<Record<ImportField, string>> = {
  sequence: '序号',
  community: '社区',
  'organization-name': '组织名称',
  category: '类别',
  'filing-number': '备案号',
  'filed-on': '备案日期',
  'responsible-person': '负责人',
  'responsible-political-status': '负责人政治面貌',
  'contact-phone': '联系电话',
  'member-count': '成员人数',
  premises: '活动场所',
  'business-scope': '业务范围',
  'activity-area': '活动地域',
  purpose: '宗旨',
  funds: '活动资金及来源',
  'fallback-party': '兜底党组织',
  'founded-on': '成立日期',
  remark: '备注',
  'person-name': '姓名',
  sex: '性别',
  'identity-number': '身份证号',
  'birth-date': '出生日期',
  'political-status': '政治面貌',
  role: '职务',
  phone: '手机号',
  'joined-on': '加入日期',
  'trainee-group': '培训对象类别',
  'work-unit': '单位',
  post: '岗位',
  'starts-on': '起始日期',
  'ends-on': '结束日期',
};

export const findingLevelLabels: Readonly<Record<ImportFinding['level'], string>> = {
  refused: '未导入',
  changed: '已改动',
  warning: '请核对',
};

/** What was found in a row of an imported sheet. */
export interface FindingLabel {
  /** What happened. */
  readonly happened: string;
  /** What the clerk had best do; says so where nothing is needed. */
  readonly advice: string;
}

const label = (happened: string, advice: string): FindingLabel => ({ happened, advice });

export const findingLabels: Readonly<Record<FindingCode, FindingLabel>> = {
  'identity-cut-by-excel': label(
    '身份证号被 Excel 截成 15 位有效数字，后几位已丢失。',
    '请在原表把这一列设为文本，再按证件重新录入号码。',
  ),
  'identity-check-digit': label('身份证号的校验位不对。', '请对照证件逐位核对。'),
  'identity-malformed': label('身份证号的位数或字符不对。', '请填 18 位号码，末位可以是 X。'),
  'identity-birth-impossible': label('身份证号里的出生日期不存在。', '请对照证件核对第 7 至 14 位。'),
  'date-unreadable': label('日期认不出来。', '请写成 2024-05-01 的样子。'),
  'date-impossible': label('没有这一天。', '请核对月份和日期。'),
  'name-missing': label('没有姓名或名称。', '请补上后重新导入这一行。'),
  'organization-unknown': label('找不到这个组织。', '请先导入组织台账，或核对组织名称。'),
  'community-unknown': label('找不到这个社区。', '请核对社区名称，或先到设置里添加。'),
  'duplicate-row': label(
    '前面已有同一个人的一行。',
    '确实重复就删去这一行；是同名的两个人，请补上身份证号。',
  ),
  'duplicate-organization': label('前面已有同名组织的一行。', '请核对是不是同一个；不是，请改名称。'),
  'duplicate-person': label('这个身份证号已登记在另一个姓名下。', '请对照证件核对姓名和号码。'),
  'phone-unreadable': label('电话号码认不出来。', '请填 11 位手机号，或带区号的座机。'),
  'number-unreadable': label('这里应当是数字。', '请只填阿拉伯数字。'),
  'value-unknown': label('填写的内容不在可选范围内。', '请对照可选的说法修改。'),
  'dossier-sealed': label('这个组织的档案已经封存，只能查看。', '确需更正，请先在档案页启封，再导入这一行。'),
  'filing-number-taken': label('备案号已被另一个组织使用。', '请对照证书核对备案号。'),
  'identity-upgraded-15': label('15 位旧身份证号已换算成 18 位。', '请有机会时对照证件核对。'),
  'identity-case': label('身份证号末位的小写 x 已改为大写 X。', '不用处理。'),
  'digits-narrowed': label('全角数字已改为半角。', '不用处理。'),
  'phone-normalized': label('电话号码里的空格和横线已去掉。', '不用处理。'),
  'spaces-removed': label('多余的空格已去掉。', '不用处理。'),
  'date-normalized': label('日期已改成统一的写法。', '请看一眼改得对不对。'),
  'word-normalized': label('说法已换成统一的用词。', '请看一眼改得对不对。'),
  'merged-filled': label('合并的单元格已逐行补上内容。', '请看一眼补得对不对。'),
  'status-from-remark': label('已按备注判断组织的状态。', '请核对是否已注销或停止活动。'),
  'text-repaired': label('乱码或看不见的字符已修复。', '请看一眼修得对不对。'),
  'birth-differs-from-identity': label('出生日期与身份证号不一致。', '请对照证件核对。'),
  'sex-differs-from-identity': label('性别与身份证号不一致。', '请对照证件核对。'),
  'phone-differs': label('同一个人在几处留的电话不一样。', '请向本人核实后保留一个。'),
  'guardian-consent-missing': label(
    '这名成员不满十四周岁，还没有监护人同意的记录。',
    '请在花名册里单独添加，同时填上监护人同意。',
  ),
  minor: label('这名成员未成年。', '不满十四周岁的，须有监护人同意。'),
  'filing-number-missing': label('已备案的组织没有备案号。', '请对照证书补上。'),
  'member-count-differs': label('填报的成员数与花名册不一致。', '请核对花名册是否齐全。'),
  'near-duplicate-name': label('有名称十分相近的组织。', '请核对是不是同一个。'),
  'date-in-future': label('日期在今天以后。', '请核对年份。'),
  'person-in-several-organizations': label('同一个人在几个组织里。', '确实如此就不用处理。'),
  'joined-before-founded': label('加入日期早于组织成立日期。', '请核对两个日期。'),
  'formula-value': label('这一格是公式，取的是上次算出的结果。', '请核对结果是否正确。'),
  'value-too-long': label('内容太长，放不下。', '请缩短后重新导入，全文可写进章程或附件。'),
  'placeholder-emptied': label('“无”“/”一类的占位字样已当作空白。', '不用处理。'),
  'identity-other-document': label('这不是居民身份证号，已按其他证件收下。', '请核对证件种类。'),
  'responsible-person-not-in-roster': label(
    '负责人不在花名册里，已按台账把他列为成员。',
    '请核对姓名，或把负责人补进花名册。',
  ),
  'several-responsible-persons': label('花名册里有不止一位负责人。', '请核对后只保留一位。'),
  'row-skipped': label('这一行是小计、说明或空行，已略过。', '不用处理。'),
  'imported-before': label('这份表格以前导入过。', '请确认确实要再导入一次。'),
  'political-status-differs': label('台账和花名册写的政治面貌不一样。', '已按花名册，请向本人核实。'),
  'differs-from-archive': label('与已有的内容不一样，已有的保留不动。', '请核对以哪一个为准。'),
  'filing-open': label(
    '这个组织有正在办理的备案，台账里的内容没有填入。',
    '请在备案里补填，或办完后再导入这一行。',
  ),
};
