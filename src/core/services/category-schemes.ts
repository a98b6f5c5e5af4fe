import type { CategoryProposal, SchemeCount } from '../../shared/contract/categories.ts';
import { proposedCategory, type CategoryMappingRule } from '../../shared/domain/category-mapping.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { categories, categoryScheme, type CategoryScheme } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { countByCategory, countLiving, listUncategorized } from '../db/repositories/category-counts.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { fillFacts } from './filled-facts.ts';
import { rulesOn } from './rules.ts';

const proposalsIn = (
  reader: Reader,
  scheme: CategoryScheme,
  mapping: readonly CategoryMappingRule[],
): CategoryProposal[] =>
  listUncategorized(reader, scheme).flatMap(
    ({ organizationId, name, communityName, businessScope, known }) => {
      const held = categories.parse(known);
      const proposed = proposedCategory(scheme, held, `${name}${businessScope ?? ''}`, mapping);
      return proposed === null ? [] : [{ organizationId, name, communityName, known: held, proposed }];
    },
  );

const mappingOn = (reader: Reader, today: string): readonly CategoryMappingRule[] =>
  rulesOn(reader, today).body.categoryMapping;

/** Living organizations by every scheme: each counted once in each (FEATURES A17). */
export const categoryOverview = ({
  store,
  ports,
}: OpenArchive): Promise<{ readonly total: number; readonly schemes: SchemeCount[] }> =>
  store.read((reader) => {
    const mapping = mappingOn(reader, ports.clock.today());
    return {
      total: countLiving(reader),
      schemes: categoryScheme.options.map((scheme) => ({
        scheme,
        counts: [...countByCategory(reader, scheme)],
        proposals: proposalsIn(reader, scheme, mapping).length,
      })),
    };
  });

/** Categories that follow by the mapping of the rules, to be confirmed. */
export const categoryProposals = (
  { store, ports }: OpenArchive,
  scheme: CategoryScheme,
): Promise<CategoryProposal[]> =>
  store.read((reader) => proposalsIn(reader, scheme, mappingOn(reader, ports.clock.today())));

/**
 * Takes proposals over, all in one transaction; filling in what was never recorded needs no change filing.
 *
 * @returns how many organizations had none until now
 * @throws CodedError INVALID_VALUE `code` for a category that the scheme does not know; DOSSIER_SEALED
 */
export const applyProposals = (
  { store, ports }: OpenArchive,
  input: {
    readonly scheme: CategoryScheme;
    readonly accepted: readonly { readonly organizationId: OrganizationId; readonly code: string }[];
  },
): Promise<number> =>
  store.write((writer) => {
    let applied = 0;
    for (const { organizationId, code } of input.accepted) {
      const organization = getOrganization(writer, organizationId);
      if (organization === null || organization.categories[input.scheme] !== null) continue;
      requireOpenDossier(writer, organizationId);
      const next = categories.safeParse({ ...organization.categories, [input.scheme]: code });
      if (!next.success)
        throw new CodedError('INVALID_VALUE', { field: 'category', reason: 'unknown-category' });
      fillFacts(ports, writer, organization, { categories: next.data });
      applied += 1;
    }
    return applied;
  });
