import type { ItemChange } from '../domain/archive-item.ts';
import type { archivalTokens, RetentionPeriod } from '../domain/archival-code.ts';
import type { FilingKind } from '../domain/filing.ts';

export const retentionLabels: Readonly<Record<RetentionPeriod, string>> = {
  permanent: '永久',
  '30-years': '30年',
  '10-years': '10年',
};

/** What a filing with all its papers is called as an item. */
export const archivedFilingLabels: Readonly<Record<FilingKind, string>> = {
  initial: '备案材料',
  change: '变更备案材料',
  dissolution: '注销材料',
};

export const itemActionLabels: Readonly<Record<ItemChange['action'], string>> = {
  changed: '更正著录',
  opened: '解锁',
  locked: '锁上',
};

export const archivalTokenLabels: Readonly<Record<(typeof archivalTokens)[number], string>> = {
  fonds: '全宗号',
  category: '门类代码',
  year: '年度',
  retention: '保管期限',
  unit: '机构（问题）',
  item: '件号',
};
