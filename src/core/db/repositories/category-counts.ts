import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { categoryScheme, type CategoryScheme } from '../../../shared/domain/organization.ts';
import type { Reader } from '../archive-store.ts';

/** Organizations that have ended are no longer counted. */
const living = `o.status NOT IN ('dissolved', 'revoked', 'registered')`;

export const countLiving = (reader: Reader): number =>
  reader.get<{ total: number }>(`SELECT count(*) AS total FROM organizations o WHERE ${living}`)?.total ?? 0;

/** Living organizations by category of a scheme; null counts those without one. */
export const countByCategory = (
  reader: Reader,
  scheme: CategoryScheme,
): readonly { readonly code: string | null; readonly organizations: number }[] =>
  reader.all(
    `SELECT k.code, count(*) AS organizations FROM organizations o
     LEFT JOIN organization_categories k ON k.organization_id = o.id AND k.scheme = :scheme
     WHERE ${living} GROUP BY k.code ORDER BY k.code IS NULL, k.code`,
    { scheme },
  );

export interface UncategorizedRow {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly communityName: string;
  readonly businessScope: string | null;
  /** Codes by scheme, as far as they are known. */
  readonly known: Readonly<Record<CategoryScheme, string | null>>;
}

/** Living organizations that lack a category in a scheme, with those that they have in others. */
export const listUncategorized = (reader: Reader, scheme: CategoryScheme): readonly UncategorizedRow[] =>
  reader
    .all<Omit<UncategorizedRow, 'known'> & { readonly codes: string }>(
      `SELECT o.id AS organizationId, o.name, c.name AS communityName, o.business_scope AS businessScope,
         (SELECT json_group_object(k.scheme, k.code) FROM organization_categories k WHERE k.organization_id = o.id) AS codes
       FROM organizations o JOIN communities c ON c.id = o.community_id
       WHERE ${living} AND NOT EXISTS (SELECT 1 FROM organization_categories k
         WHERE k.organization_id = o.id AND k.scheme = :scheme)
       ORDER BY c.position, o.name_pinyin`,
      { scheme },
    )
    .map(({ codes, ...row }) => {
      const known = JSON.parse(codes) as Partial<Record<CategoryScheme, string>>;
      const all = categoryScheme.options.map((each) => [each, known[each] ?? null]);
      return { ...row, known: Object.fromEntries(all) as UncategorizedRow['known'] };
    });
