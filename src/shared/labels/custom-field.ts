import type { CustomFieldKind } from '../domain/custom-field.ts';

export const customFieldKindLabels: Readonly<Record<CustomFieldKind, string>> = {
  text: '文字',
  date: '日期',
  number: '数字',
  choice: '选项',
};
