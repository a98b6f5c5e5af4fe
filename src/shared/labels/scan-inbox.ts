import type { FolderRefusal } from '../domain/scan-folder.ts';
import type { InboxState, ScanStanding } from '../domain/scan-inbox.ts';

export const inboxStateLabels: Readonly<Record<InboxState, string>> = {
  waiting: '待归档',
  filed: '已归档',
  'set-aside': '已搁置',
};

/** What was found, in a word or two. */
export const scanStandingLabels: Readonly<Record<ScanStanding, string>> = {
  code: '识别归档',
  'taken-back': '已撤下',
  'by-hand': '您确认的',
  none: '没有归档码',
  foreign: '外单位的材料',
  several: '有几份材料',
  parted: '已分开',
  gone: '查无此项',
  sealed: '档案已封存',
  archived: '已归档',
  nowhere: '不属于某一组织',
  'not-a-scan': '不是扫描件',
  encrypted: '有打开密码',
  damaged: '打不开',
  'too-large': '太大',
  'too-long': '识别太久',
};

/** Why it waits, and what to do. */
export const scanStandingHints: Readonly<Record<ScanStanding, string>> = {
  code: '读出了归档码，已放到对应的组织和步骤。',
  'taken-back': '刚从原处撤下。请重新选组织和位置。',
  'by-hand': '由您确认归档。',
  none: '上面没有读到归档码：可能是手写材料，或码被盖住、折坏了。请选组织和位置。',
  foreign: '归档码是另一个档案库打印的，不会自动归档。请核对是不是收错了；确是本街道的，请选组织和位置。',
  several: '一页上有几份材料的归档码，或几份材料扫在了一张图里。请分开重扫，或选定归到哪一处。',
  parted: '里面有几份材料，已按归档码分开，各归各处；原件照原样保存。',
  gone: '归档码读出来了，但档案里已没有对应的备案或记录。请选组织和位置。',
  sealed: '归档码读出来了，但这份档案已经封存。确需补入，请先启封。',
  archived: '归档码读出来了，但这一件已经归档，不能再加材料。确需补入，请先在归档目录里打开更正。',
  nowhere: '这种表不属于某一个组织，请选组织和位置，或搁置。',
  'not-a-scan': '这类文件里没有归档码可读，请选组织和位置。',
  encrypted: '文件设了打开密码，读不了里面。请选组织和位置，或去掉密码后再扫。',
  damaged: '文件不完整，读不了里面。请重新扫描；原件仍在这里。',
  'too-large': '图太大，没有识别。请选组织和位置，或把分辨率调到 300 再扫。',
  'too-long': '识别时间太长，已停下。请选组织和位置。',
};

/** Why a file in the scanner's folder was left where it is. */
export const folderRefusalLabels: Readonly<Record<FolderRefusal['reason'], string>> = {
  empty: '文件是空的',
  archive: '是压缩包，请先解压',
  'phone-picture': '是苹果手机的 HEIC 照片，请转成 JPEG',
  program: '是程序，不收',
  unknown: '认不出是什么文件',
  damaged: '文件不完整',
  'too-large': '超过 256 MB',
  unreadable: '读不了，可能正被别的程序占用',
  'cannot-move': '已收进档案，但移不到“已归档”文件夹',
};
