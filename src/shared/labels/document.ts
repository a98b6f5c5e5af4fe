import type { DocumentKind } from '../domain/document.ts';

export const documentKindLabels: Readonly<Record<DocumentKind, string>> = {
  charter: '社区社会组织章程',
  'filing-form': '社区社会组织备案表',
  certificate: '社区社会组织备案证书',
};
