import type { DocumentGroup, DocumentKind } from '../domain/document.ts';

/** What stands on the paper. */
export const documentKindLabels: Readonly<Record<DocumentKind, string>> = {
  'filing-form': '社区社会组织备案表',
  charter: '社区社会组织章程',
  certificate: '社区社会组织备案证书',
};

/** Short names, for lists and for the names of files. */
export const documentShortLabels: Readonly<Record<DocumentKind, string>> = {
  'filing-form': '备案表',
  charter: '章程',
  certificate: '备案证书',
};

export const documentGroupLabels: Readonly<Record<DocumentGroup, string>> = {
  application: '申请备案',
  decision: '审核、公示与发证',
};
