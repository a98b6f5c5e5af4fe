import type { TimedStage } from '../contract/timeliness.ts';

export const timedStageLabels: Readonly<Record<TimedStage, string>> = {
  committee: '居（村）委会初审',
  street: '街道审核',
};

/** @param half `2026H1` */
export const halfYearWords = (half: string): string =>
  `${half.slice(0, 4)} 年${half.endsWith('1') ? '上' : '下'}半年`;
