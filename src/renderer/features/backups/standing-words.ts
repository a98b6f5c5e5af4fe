import type { BackupSettings, BackupStanding } from '../../../shared/domain/backup.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';

/** How the archive is backed up, in one sentence, and whether somebody has to do something. */
export const standingWords = (
  standing: BackupStanding,
): { readonly sentence: string; readonly worry: string | null } => {
  const { lastGood, missingPlace, lastFailure } = standing;
  const sentence =
    lastGood === null
      ? '还没有备份到别的磁盘。'
      : `最近一次完好的备份：${dayOfInstant(lastGood.at)}${lastGood.days === 0 ? '（今天）' : `（${lastGood.days} 天前）`}，在${lastGood.placeLabel}。`;
  const worry = standing.isOlderThanBackup
    ? '备份里有比现在的档案库更新的内容：档案库可能被换成了旧的。请先不要继续录入，核对后再决定是否恢复。'
    : standing.isClockBehind
      ? '电脑的日期比上次备份还早，请先校对日期。'
      : missingPlace !== null
        ? `找不到备份位置“${missingPlace}”，请插好 U 盘或移动硬盘。`
        : lastFailure !== null
          ? `${dayOfInstant(lastFailure.at)} 的备份没有做成，请看备份记录，再备份一次。`
          : standing.overdue
            ? lastGood === null
              ? '电脑坏了或丢了，档案就找不回来。请插上 U 盘或移动硬盘备份一次。'
              : '已经好些天没有备份，请备份一次。'
            : null;
  return { sentence, worry };
};

export const whenWords = (settings: BackupSettings): string =>
  settings.when === 'off' || settings.placeId === null
    ? '没有设自动备份。'
    : `${settings.when === 'daily' ? '每天打开后' : '每天关闭时'}自动备份到${settings.placeLabel}。`;
