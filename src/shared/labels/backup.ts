import type { BackupEventKind, BackupPlaceKind, BackupReason, BackupTime } from '../domain/backup.ts';
import type { ErrorData } from '../errors.ts';

export const backupReasonLabels: Readonly<Record<BackupReason, string>> = {
  hand: '手动备份',
  daily: '每天自动备份',
  closing: '关闭时备份',
  import: '导入之前',
  migration: '升级数据之前',
  update: '更新程序之前',
};

export const backupTimeLabels: Readonly<Record<BackupTime, string>> = {
  off: '只手动备份',
  daily: '每天打开后自动备份',
  closing: '每天关闭时备份',
};

export const backupPlaceKindLabels: Readonly<Record<BackupPlaceKind, string>> = {
  own: '本机档案库旁',
  folder: '备份文件夹',
  medium: 'U 盘',
};

export const backupEventLabels: Readonly<Record<BackupEventKind, string>> = {
  backup: '备份',
  'quick-check': '打开核对',
  'full-check': '逐份核对',
  drill: '恢复演练',
  restore: '恢复',
  mend: '从备份找回材料',
};

export const backupStageLabels: Readonly<Record<string, string>> = {
  database: '正在复制档案数据',
  papers: '正在复制材料',
  verify: '正在读回核对',
  open: '正在打开核对',
  tidy: '正在整理旧备份',
  compare: '正在逐份核对',
};

const failureWords: Readonly<Record<string, string>> = {
  BACKUP_PLACE_MISSING: '找不到备份位置',
  BACKUP_PLACE_FULL: '备份位置空间不够',
  BACKUP_PLACE_UNWRITABLE: '备份位置写不进去',
  BACKUP_PLACE_INSIDE: '位置在档案库自己的文件夹里',
  BACKUP_UNSOUND: '备份不完好',
  ARCHIVE_DAMAGED: '档案数据损坏，请恢复',
  ARCHIVE_NEWER: '备份是更新的程序做的',
  DISK_FULL: '磁盘满了',
  STORAGE_UNWRITABLE: '写不进去',
};

/** What went wrong, for the log. @param code of the refusal; null or another for a bug */
export const backupFailureWords = (code: string | null): string => failureWords[code ?? ''] ?? '程序出了意外';

export const unsoundBackupWords: Readonly<Record<ErrorData<'BACKUP_UNSOUND'>['part'], string>> = {
  manifest: '备份清单缺失或被改动',
  foreign: '这份备份不是这个档案库的',
  database: '档案数据与清单不符或打不开',
  'key-file': '钥匙文件与清单不符',
  list: '材料名单与清单不符',
  counts: '数量与清单不符',
  stored: '有材料缺失或与名单不符',
};
