import {
  organizationFacts,
  type Organization,
  type OrganizationFacts,
  type OrganizationStatus,
} from './organization.ts';

/** Standing in which facts may be changed without a change filing (policy Art. 2(4) asks one of filed organizations). */
const freelyEditable: readonly OrganizationStatus[] = ['preparing', 'filing', 'refused'];

/** Facts that the filing form does not state; they may be corrected at any time. */
const unfiledFacts: readonly string[] = [
  'contactName',
  'contactPhone',
  'remark',
  'declaredMemberCount',
  'shortName',
  'partyAdviser',
  'foundedOn',
  'charterAdoptedOn',
] satisfies readonly (keyof OrganizationFacts)[];

const filledIn = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) === JSON.stringify(after) ||
  before === null ||
  (Array.isArray(before) && before.length === 0);

const changesCategory = (before: OrganizationFacts, after: OrganizationFacts): boolean =>
  Object.entries(after.categories).some(
    ([scheme, code]) => !filledIn(before.categories[scheme as keyof typeof before.categories], code),
  );

/**
 * True where these facts of an organization may only change by a change filing; filling in what was never recorded is
 * not a change but back-entry.
 */
export const needsChangeFiling = (
  before: OrganizationFacts & Pick<Organization, 'status'>,
  after: OrganizationFacts,
): boolean =>
  !freelyEditable.includes(before.status) &&
  Object.keys(organizationFacts.shape).some((key) => {
    const fact = key as keyof OrganizationFacts;
    if (unfiledFacts.includes(fact)) return false;
    return fact === 'categories' ? changesCategory(before, after) : !filledIn(before[fact], after[fact]);
  });
