import type { AreaChangeKind } from '../domain/area-change.ts';

export const areaChangeKindLabels: Readonly<Record<AreaChangeKind, string>> = {
  rename: '社区更名',
  merge: '社区合并',
  split: '社区拆分',
  street: '街道更名',
};
