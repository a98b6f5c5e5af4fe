import type { LabelSheet, PlaceKind } from '../domain/storage-place.ts';

export const placeKindLabels: Readonly<Record<PlaceKind, string>> = {
  room: '库房',
  shelf: '柜架',
  box: '盒',
  folder: '夹',
};

export const labelSheetLabels: Readonly<Record<LabelSheet, string>> = {
  single: '单张 100×60 毫米',
  '2x4': 'A4 两列四行，99×67.7',
  '2x7': 'A4 两列七行，99×38.1',
  '3x8': 'A4 三列八行，70×37',
};
