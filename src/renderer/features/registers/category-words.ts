import type { Categories, CategoryScheme } from '../../../shared/domain/organization.ts';
import { categoryLabels } from '../../../shared/labels/organization.ts';

const labels: Readonly<Record<CategoryScheme, Readonly<Record<string, string>>>> = categoryLabels;

/** A category in words; 未定 where there is none. */
export const categoryText = (scheme: CategoryScheme, code: string | null): string =>
  code === null ? '未定' : (labels[scheme][code] ?? code);

/** All that is known of an organization's categories. */
export const knownText = (known: Categories): string =>
  (Object.entries(known) as [CategoryScheme, string | null][])
    .flatMap(([scheme, code]) => (code === null ? [] : [categoryText(scheme, code)]))
    .join('、');
