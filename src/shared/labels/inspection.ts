import type { InspectionChoice, InspectionGapReason } from '../domain/inspection.ts';

export const inspectionVersionLabels: Readonly<Record<InspectionChoice['version'], string>> = {
  full: '完整版',
  public: '公开版',
};

export const inspectionMadeLabels: Readonly<Record<InspectionChoice['made'], string>> = {
  unscanned: '只打印没有扫描件的',
  all: '全部打印',
  none: '不打印，只放扫描件',
};

/** Why a paper stands in the dossier by its name alone. */
export const inspectionGapLabels: Readonly<Record<InspectionGapReason, string>> = {
  encrypted: '文件加了密码，打不开',
  damaged: '文件损坏，打不开',
  'too-large': '页面太大，没有放入',
  'too-long': '打开用时太长，没有放入',
  'no-preview': '这种文件不能转成页面，请另附',
  lost: '存放的内容读不出来，请检查档案库',
  incomplete: '缺少必填内容，没有打印',
  'public-only': '含有或可能含有个人信息，公开版不附',
  empty: '没有登记材料',
};
