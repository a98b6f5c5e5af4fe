import { checkedSeal } from '../../src/core/documents/checked-seal.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { decideSealPermission, setSealPicture } from '../../src/core/services/seals.ts';
import { sealPng } from '../../scripts/seal-picture.ts';

/** Takes the sample seal into use and allows it. */
export const useSeal = async (archive: OpenArchive): Promise<void> => {
  const input = { name: '新河街道办事处', diameterMm: 42, by: '郑卫国', reason: '试用' };
  await setSealPicture(archive, checkedSeal(sealPng(), 42), input);
  await decideSealPermission(archive, { allowed: true, by: '郑卫国', reason: '试用' });
};

export const sealRequest = {
  usedBy: '周敏',
  approvedBy: '郑卫国',
  purpose: '发给组织',
  confirmed: true,
} as const;
