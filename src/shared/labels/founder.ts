import type { Founder } from '../domain/organization.ts';

/** Who founds: 发起人 or 发起单位 (policy Art. 2(1)). */
export const founderKindLabels: Readonly<Record<Founder['kind'], string>> = {
  person: '发起人',
  unit: '发起单位',
};
