import type { ExitKind } from '../domain/exit.ts';

export const exitKindLabels: Readonly<Record<ExitKind, string>> = {
  dissolved: '注销',
  revoked: '撤销备案',
  registered: '转为依法登记',
};
