import {
  categoryScheme,
  type Organization,
  type OrganizationFacts,
} from '../../shared/domain/organization.ts';
import type { Writer } from '../db/archive-store.ts';
import { getFilingRecord, openFilingOf, updateFiling } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { factsOf, updateOrganizationFacts } from '../db/repositories/organizations.ts';
import type { Ports } from '../ports.ts';

/** Facts that registers fill in for many organizations at once. */
export type FilledFacts = Partial<Pick<OrganizationFacts, 'fallbackParty' | 'categories'>>;

/** What is known stays; only what is missing is filled in. */
const filledIn = (known: OrganizationFacts, filled: FilledFacts): OrganizationFacts => ({
  ...known,
  fallbackParty: known.fallbackParty ?? filled.fallbackParty ?? null,
  categories: {
    ...known.categories,
    ...Object.fromEntries(
      categoryScheme.options.map((scheme) => [
        scheme,
        known.categories[scheme] ?? filled.categories?.[scheme] ?? null,
      ]),
    ),
  },
});

/**
 * Fills in what was never recorded of an organization, which needs no change filing. A filing that works on its facts
 * gets the same, before and after: otherwise its certificate would take it away again, and its list of changes would
 * name it as one.
 */
export const fillFacts = (
  { clock }: Ports,
  writer: Writer,
  organization: Organization,
  filled: FilledFacts,
): void => {
  const at = clock.instant();
  updateOrganizationFacts(writer, organization.id, filledIn(factsOf(organization), filled), at);
  const open = openFilingOf(writer, organization.id);
  const filing = open === null ? null : getFilingRecord(writer, open);
  if (filing !== null) {
    const { facts, factsBefore } = filing;
    updateFiling(writer, {
      ...filing,
      facts: filledIn(facts, filled),
      factsBefore: factsBefore === null ? null : filledIn(factsBefore, filled),
      updatedAt: at,
    });
  }
  refreshOrganization(writer, organization.id);
};
