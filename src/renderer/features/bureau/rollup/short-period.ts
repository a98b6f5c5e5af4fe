import type { PeriodCode } from '../../../../shared/domain/ledger.ts';

/** `26 上`, `26 下`, `26 三季`: as much as fits below a point of a chart. */
export const shortPeriod = (code: PeriodCode): string => {
  const year = code.slice(2, 4);
  if (code[4] === 'H') return `${year} ${code[5] === '1' ? '上' : '下'}`;
  return `${year} ${['一', '二', '三', '四'][Number(code[5]) - 1] ?? ''}季`;
};
