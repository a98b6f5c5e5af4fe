import {
  usualSetup,
  type Duplex,
  type PaperSetup,
  type PrintColour,
  type PrintedDocument,
  type PrinterOffset,
  type PrintMedium,
  type SheetSize,
} from '../../../shared/domain/printing.ts';

export const sheetLabels: Readonly<Record<SheetSize, string>> = {
  own: '按文书原来的大小',
  a4: 'A4',
  a3: 'A3',
  b5: 'B5（182×257）',
  custom: '自定大小',
};

export const duplexLabels: Readonly<Record<Duplex, string>> = {
  simplex: '单面',
  'long-edge': '双面，长边翻转',
  'short-edge': '双面，短边翻转',
};

export const colourLabels: Readonly<Record<PrintColour, string>> = { colour: '彩色', grey: '黑白' };

const mediumLabels: Readonly<Record<PrintMedium, string>> = {
  plain: '',
  labels: '标签纸',
  stock: '套打用纸',
};

/** A setup in a line; the empty string where everything is as usual. */
export const setupWords = (setup: PaperSetup): string => {
  const { sheet, customMm, duplex, copies, colour, tray, stock } = setup;
  return [
    ...(sheet === 'own'
      ? []
      : [customMm && sheet === 'custom' ? `${customMm.width}×${customMm.height} 毫米` : sheetLabels[sheet]]),
    ...(duplex === usualSetup.duplex ? [] : [duplexLabels[duplex]]),
    ...(copies === usualSetup.copies ? [] : [`${copies} 份`]),
    ...(colour === usualSetup.colour ? [] : [colourLabels[colour]]),
    ...(stock ? ['套打'] : []),
    ...(tray === null ? [] : [tray]),
  ].join('，');
};

const millimetres = (value: number): string => String(Math.round(value * 100) / 100);

/** Where everything is moved to, in words. */
export const offsetWords = ({ xMm, yMm, scale }: PrinterOffset): string => {
  const moved = [
    ...(xMm === 0 ? [] : [`向${xMm > 0 ? '右' : '左'} ${millimetres(Math.abs(xMm))} 毫米`]),
    ...(yMm === 0 ? [] : [`向${yMm > 0 ? '下' : '上'} ${millimetres(Math.abs(yMm))} 毫米`]),
    ...(scale === 1 ? [] : [`缩放 ${(scale * 100).toFixed(1)}%`]),
  ];
  return moved.length === 0 ? '没有偏移' : moved.join('，');
};

const knownSheets: Readonly<Record<string, string>> = { '210×297': 'A4', '297×420': 'A3', '182×257': 'B5' };

/** A printed document in a line: sheet, pages, sides, colour. */
export const documentWords = ({ sheet, pages, duplex, colour, onto }: PrintedDocument): string => {
  const { widthMm, heightMm } = sheet;
  const known = knownSheets[`${Math.min(widthMm, heightMm)}×${Math.max(widthMm, heightMm)}`];
  const size =
    known === undefined ? `${widthMm}×${heightMm} 毫米` : `${known}${widthMm > heightMm ? ' 横' : ''}`;
  return [size, mediumLabels[onto], `${pages} 页`, duplexLabels[duplex], colourLabels[colour]]
    .filter((words) => words !== '')
    .join('，');
};
