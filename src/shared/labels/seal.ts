import type { SealMethod } from '../domain/seal.ts';

export const sealMethodLabels: Readonly<Record<SealMethod, string>> = {
  picture: '套印图片',
  hand: '实物盖章',
};

/** Stands under every printed picture of a seal. */
export const sealPictureMark = '印章图片，非电子印章';
