/** What the name of a package says. */
export interface PackageName {
  /** 6 digits */
  readonly district: string;
  /** 9 digits */
  readonly street: string;
  readonly period: string;
  readonly serial: number;
  /** Number of a correction; null for a whole ledger. */
  readonly correction: number | null;
}

/** `<district 6>-<street 9>-<period>-<serial>[-corr<n>].ledger.age` */
export const formatPackageName = ({ district, street, period, serial, correction }: PackageName): string =>
  `${district}-${street}-${period}-${String(serial).padStart(3, '0')}${correction === null ? '' : `-corr${correction}`}.ledger.age`;

/** Null for a name that does not follow the rule: people rename files, and that alone harms nothing. */
export const parsePackageName = (name: string): PackageName | null => {
  const match = /^(\d{6})-(\d{9})-(\d{4}(?:H[12]|Q[1-4]))-(\d{3,6})(?:-corr(\d{1,4}))?\.ledger\.age$/.exec(
    name,
  );
  const [, district, street, period, serial, correction] = match ?? [];
  if (district === undefined || street === undefined || period === undefined || serial === undefined)
    return null;
  return {
    district,
    street,
    period,
    serial: Number(serial),
    correction: correction === undefined ? null : Number(correction),
  };
};
