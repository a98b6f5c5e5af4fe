import type { CertificateStanding } from '../domain/certificate-life.ts';
import type { Certificate, CertificateStatus, ReplacementCause } from '../domain/filing.ts';

export const certificateStatusLabels: Readonly<Record<CertificateStatus, string>> = {
  valid: '有效',
  replaced: '已换发',
  lost: '已挂失',
  recovered: '已收缴',
  void: '已作废',
};

export const certificateKindLabels: Readonly<Record<Certificate['kind'], string>> = {
  original: '首次发证',
  reissue: '变更换发',
  replacement: '补发',
  renewal: '延续换发',
};

export const certificateStandingLabels: Readonly<Record<CertificateStanding, string>> = {
  valid: '有效',
  expiring: '快到期',
  expired: '已过期',
  outstanding: '旧证未收回',
  ended: '已停用',
};

export const replacementCauseLabels: Readonly<Record<ReplacementCause, string>> = {
  lost: '遗失',
  damaged: '损毁',
  misprint: '印错',
};
