import { z } from 'zod';
import { streetCode, type StreetCode } from '../../../../shared/domain/bureau.ts';
import { districtCell, type DistrictCell } from '../../../../shared/domain/district-ledger.ts';
import type { PeriodCode } from '../../../../shared/domain/ledger.ts';
import type { TableClass } from '../../../../shared/domain/ledger-tables.ts';
import { fourClass } from '../../../../shared/domain/organization.ts';

/** What stands for those without a class in an address. */
const withoutClass = 'none';

/** What of the district's organizations a list shows; null of a class are those without one. */
export interface OrganizationQuery {
  readonly period: PeriodCode;
  readonly cell: DistrictCell;
  readonly streetCodes: readonly StreetCode[];
  readonly classes: readonly TableClass[];
  readonly text: string;
}

/** As it stands in an address; what is left out is not narrowed. */
export const organizationsQueryOf = ({
  period,
  cell = 'standing',
  streetCodes = [],
  classes = [],
}: Pick<OrganizationQuery, 'period'> & Partial<OrganizationQuery>): Readonly<Record<string, string>> => ({
  period,
  ...(cell === 'standing' ? {} : { cell }),
  ...(streetCodes.length === 0 ? {} : { street: streetCodes.join(',') }),
  ...(classes.length === 0 ? {} : { class: classes.map((each) => each ?? withoutClass).join(',') }),
});

const manyOf = <T>(text: string | null, one: z.ZodType<T>): T[] =>
  (text ?? '').split(',').flatMap((each) => {
    const parsed = one.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });

const tableClass = z.union([fourClass, z.literal(withoutClass).transform(() => null)]);

export const organizationQueryFrom = (query: URLSearchParams, usual: PeriodCode): OrganizationQuery => ({
  period: query.get('period') ?? usual,
  cell: districtCell.safeParse(query.get('cell')).data ?? 'standing',
  streetCodes: manyOf(query.get('street'), streetCode),
  classes: manyOf<TableClass>(query.get('class'), tableClass),
  text: query.get('text')?.slice(0, 60) ?? '',
});
