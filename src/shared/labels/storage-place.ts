import type { PlaceKind } from '../domain/storage-place.ts';

export const placeKindLabels: Readonly<Record<PlaceKind, string>> = {
  room: '库房',
  shelf: '柜架',
  box: '盒',
  folder: '夹',
};
