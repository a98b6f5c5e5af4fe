import type { DossierPart, TimelineEvent } from '../domain/dossier.ts';

/** The five parts in the order and words of policy Art. 2, shortened to fit a card. */
export const dossierPartLabels: Readonly<Record<DossierPart, string>> = {
  'charter-and-form': '章程及备案表',
  roster: '成员花名册',
  'reports-and-surveys': '两委报告与测评',
  disclosures: '信息公开',
  dispositions: '处理结果',
};

export const timelineEventLabels: Readonly<Record<TimelineEvent['kind'], string>> = {
  founded: '成立',
  'filing-step': '备案',
  certificate: '发证',
  'certificate-collected': '领证',
  'member-joined': '成员',
  imported: '导入',
  'copy-received': '留存',
};
