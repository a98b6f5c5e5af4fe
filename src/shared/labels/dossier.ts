import type { DossierPart } from '../domain/dossier.ts';

/** The five parts in the order and words of policy Art. 2, shortened to fit a card. */
export const dossierPartLabels: Readonly<Record<DossierPart, string>> = {
  'charter-and-form': '章程及备案表',
  roster: '成员花名册',
  'reports-and-surveys': '两委报告与测评',
  disclosures: '信息公开',
  dispositions: '处理结果',
};
