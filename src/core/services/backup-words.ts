import type { BackupFigures } from '../../shared/domain/backup.ts';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a backup holds, in one line for the log. */
export const figureWords = (figures: BackupFigures): string =>
  [
    `组织 ${figures.organizations} 个，人员 ${figures.people} 人`,
    `数据 ${megabytes(figures.databaseBytes)}（${figures.tables} 张表 ${figures.rows} 行）`,
    figures.scope === 'whole'
      ? `材料 ${figures.papers} 份 ${megabytes(figures.paperBytes)}${figures.copied > 0 ? `，复制 ${figures.copied} 份` : ''}`
      : '不含材料',
    ...(figures.missing > 0 ? [`档案库里缺 ${figures.missing} 份材料`] : []),
  ].join('；');
