const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A size as file managers show it: `131 KB`, `1.2 MB`; 1 KB is 1024 bytes. */
export const byteWords = (bytes: number): string => {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const text = unit === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
  return `${text} ${units[unit]}`;
};
