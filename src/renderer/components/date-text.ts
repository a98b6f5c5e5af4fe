/**
 * The day that a clerk typed: `2026-11-23`, `2026.11.23`, `2026/11/23`, `20261123` or `2026年11月23日`; with
 * `partial`, also a year or a year and a month alone. Full-width digits are read too. Null when it is no date.
 */
export const dateFromText = (text: string, partial = false): string | null => {
  const plain = text.normalize('NFKC').trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const parted = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?$/.exec(plain);
  const [, year, month, day] = compact ?? parted ?? [];
  if (year === undefined) return null;
  if (day === undefined && !partial) return null;
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const iso = parts.join('-');
  const whole = `${iso}${'-01'.repeat(3 - parts.length)}`;
  const asDay = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(asDay.valueOf()) && asDay.toISOString().startsWith(whole) ? iso : null;
};
