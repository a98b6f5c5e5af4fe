import type { Certificate, CertificateStatus } from '../domain/filing.ts';

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
