import type { TypeFace } from './model.ts';

export interface TypeFaceFonts {
  /** Font named in Word on every run, in all four slots. */
  readonly word: string;
  /** What Word and WPS take where that font is missing (`w:altName`). */
  readonly wordFallback: string;
  /** PANOSE of the fallback's kind, so that a substitute is at least a song or a sans. */
  readonly panose: string;
  readonly css: readonly string[];
}

/*
 * 方正小标宋 may not be bundled, and 仿宋_GB2312 lacks rare characters: fonts are named, never shipped, and each
 * list ends with faces that hold the supplementary planes. Noto serves the machines without Chinese Windows fonts.
 */
const song = [
  'SimSun',
  'NSimSun',
  'STSong',
  'Songti SC',
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  'SimSun-ExtB',
];

/** How many of the fonts of titles are as heavy by themselves. */
export const ownTitleFonts = 5;

/** Full names of song cuts as heavy as 小标宋. */
export const semiBoldSongs = [
  'Source Han Serif SC SemiBold',
  'SourceHanSerifSC-SemiBold',
  'Noto Serif CJK SC SemiBold',
  'NotoSerifCJKsc-SemiBold',
  'Noto Serif CJK SC Bold',
  'NotoSerifCJKsc-Bold',
];

/** Fonts of the faces of GB/T 9704-2012 (5.2.2: 3号仿宋 by default; 7.3.1: 2号小标宋 for titles). */
export const typeFaces: Readonly<Record<TypeFace, TypeFaceFonts>> = {
  'title-song': {
    word: '方正小标宋简体',
    wordFallback: '华文中宋',
    panose: '02010600040101010101',
    css: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', 'STZhongsong', ...song],
  },
  'fang-song': {
    word: '仿宋',
    wordFallback: 'FangSong',
    panose: '02010609060101010101',
    css: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'FZFangSong-Z02S', ...song],
  },
  black: {
    word: '黑体',
    wordFallback: 'SimHei',
    panose: '02010609060101010101',
    css: ['黑体', 'SimHei', 'STHeiti', 'Heiti SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'SimSun-ExtB'],
  },
  kai: {
    word: '楷体',
    wordFallback: 'KaiTi',
    panose: '02010609060101010101',
    css: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Kaiti SC', ...song],
  },
  song: { word: '宋体', wordFallback: 'SimSun', panose: '02010600030101010101', css: ['宋体', ...song] },
};

/** Names under which the font that a face asks for goes; any other one prints in its place. */
export const ownNames: Readonly<Record<TypeFace, readonly string[]>> = {
  'title-song': ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK'],
  'fang-song': ['仿宋', 'FangSong'],
  black: ['黑体', 'SimHei'],
  kai: ['楷体', 'KaiTi'],
  song: ['宋体', 'SimSun', 'NSimSun'],
};

/** Fonts that print a face, in the order in which they are looked for. */
export const fontsOf = (face: TypeFace): readonly string[] => {
  const { css } = typeFaces[face];
  return face === 'title-song' ? [...css.slice(0, ownTitleFonts), ...semiBoldSongs, ...css] : css;
};
