import type { AttachmentKind, AttachmentWarning } from '../domain/attachment-kind.ts';

export const attachmentKindLabels: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'PDF',
  jpeg: '图片',
  png: '图片',
  tiff: '扫描图',
  bmp: '图片',
  webp: '图片',
  word: 'Word 文档',
  excel: 'Excel 表格',
  slides: '演示文稿',
  'old-word': '旧版 Word、WPS 文字',
  'old-excel': '旧版 Excel、WPS 表格',
  'old-slides': '旧版演示文稿',
  ofd: 'OFD 版式文件',
  text: '文本',
  csv: 'CSV 表格',
};

/** Said beside the paper; the program itself never runs any of it. */
export const attachmentWarningLabels: Readonly<Record<AttachmentWarning, string>> = {
  macros: '含有宏，本程序不会运行；用别的程序打开时请勿启用宏',
  scripts: '含有脚本，本程序不会运行；用别的程序打开时请留意',
  launches: '打开时会要求启动别的程序，本程序不会照办',
  'carries-files': '里面还夹带了别的文件，没有取出',
  encrypted: '设了打开密码，不能预览，也不合长期保存的要求',
};
