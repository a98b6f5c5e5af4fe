import type { ItemChange, ItemFacts } from '../../../shared/domain/archive-item.ts';

/** What a catalogue calls its columns. */
export const itemFactLabels: Readonly<Record<keyof ItemFacts, string>> = {
  title: '题名',
  responsible: '责任者',
  documentNumber: '文号',
  datedOn: '日期',
  secrecy: '密级',
  pages: '页数',
  remark: '备注',
};

const words = (value: string | number | null): string =>
  value === null || value === '' ? '（空）' : String(value);

/** What a change changed, one line each. */
export const changedWords = ({ before, after }: Pick<ItemChange, 'before' | 'after'>): readonly string[] => {
  if (before === null || after === null) return [];
  return (Object.keys(itemFactLabels) as (keyof ItemFacts)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${itemFactLabels[key]}：${words(before[key])} → ${words(after[key])}`);
};
