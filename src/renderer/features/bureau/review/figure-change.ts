/** `12（+3）`, `12（持平）`; the number alone where there is nothing to set it against. */
export const withChange = (now: number, before: number | undefined): string => {
  if (before === undefined) return String(now);
  const difference = now - before;
  return difference === 0
    ? `${now}（持平）`
    : `${now}（${difference > 0 ? '+' : '−'}${Math.abs(difference)}）`;
};

/** Only the change: `+3`, `−3`, `持平`. */
export const changeWords = (now: number, before: number): string => {
  const difference = now - before;
  return difference === 0 ? '持平' : `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`;
};
