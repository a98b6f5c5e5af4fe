/**
 * Time that is left, in words, from the share done (0–1) and the milliseconds it took. Empty in the first second,
 * when a guess would only jump about.
 */
export const remainingText = (share: number, elapsedMs: number): string => {
  if (share <= 0 || elapsedMs < 1000) return '';
  const seconds = Math.round((elapsedMs * (1 - share)) / share / 1000);
  if (seconds < 5) return '马上就好';
  return seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`;
};
