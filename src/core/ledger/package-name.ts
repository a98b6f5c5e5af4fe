/** What the name of a package says. */
export interface PackageName {
  /** 6 digits */
  readonly district: string;
  /** 9 digits */
  readonly street: string;
  readonly period: string;
  readonly serial: number;
}

/** `<district 6>-<street 9>-<period>-<serial>.ledger.age` */
export const formatPackageName = ({ district, street, period, serial }: PackageName): string =>
  `${district}-${street}-${period}-${String(serial).padStart(3, '0')}.ledger.age`;

/** Null for a name that does not follow the rule: people rename files, and that alone harms nothing. */
export const parsePackageName = (name: string): PackageName | null => {
  const match = /^(\d{6})-(\d{9})-(\d{4}(?:H[12]|Q[1-4]))-(\d{3,6})(?:-corr\d+)?\.ledger\.age$/.exec(name);
  const [, district, street, period, serial] = match ?? [];
  if (district === undefined || street === undefined || period === undefined || serial === undefined)
    return null;
  return { district, street, period, serial: Number(serial) };
};
