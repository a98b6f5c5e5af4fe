import type { BulkChange } from '../../shared/domain/bulk-edit.ts';
import type { IsoInstant } from '../../shared/domain/dates.ts';
import { maskPhone } from '../../shared/domain/masking.ts';
import { categories, type Organization, type OrganizationFacts } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import { bulkFieldLabels } from '../../shared/labels/bulk-edit.ts';
import {
  categoryLabels,
  categorySchemeLabels,
  fallbackPartyLabels,
} from '../../shared/labels/organization.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { customValueOf, listCustomFields, saveCustomValue } from '../db/repositories/custom-fields.ts';
import { factsOf, updateOrganizationFacts } from '../db/repositories/organizations.ts';
import { customValueFor } from './custom-fields.ts';

type TextField = Exclude<BulkChange['field'], 'category' | 'fallback-party' | 'custom'>;

const factOf: Readonly<Record<TextField, keyof OrganizationFacts>> = {
  'party-adviser': 'partyAdviser',
  'contact-name': 'contactName',
  'contact-phone': 'contactPhone',
  'activity-area': 'activityArea',
  remark: 'remark',
};

/** What the organization has there now. */
export const currentValue = (
  reader: Reader,
  organization: Organization,
  change: BulkChange,
): BulkChange['value'] => {
  if (change.field === 'category') return organization.categories[change.scheme];
  if (change.field === 'fallback-party') return organization.fallbackParty;
  if (change.field === 'custom') return customValueOf(reader, organization.id, change.fieldId);
  // Each of these facts is a text.
  return organization[factOf[change.field]] as string | null;
};

/** The facts with the change; null where it is none of the facts of a filing form. */
export const changedFacts = (organization: Organization, change: BulkChange): OrganizationFacts | null => {
  const facts = factsOf(organization);
  if (change.field === 'custom') return null;
  if (change.field === 'fallback-party') return { ...facts, fallbackParty: change.value };
  return change.field === 'category'
    ? {
        ...facts,
        categories: categories.parse({ ...facts.categories, [change.scheme]: change.value }),
      }
    : { ...facts, [factOf[change.field]]: change.value };
};

/**
 * The change as it is kept.
 *
 * @throws CodedError NOT_FOUND for a field that is not there; INVALID_VALUE for a value that it cannot hold
 */
export const soundChange = (reader: Reader, change: BulkChange): BulkChange => {
  if (change.field === 'custom') {
    return {
      ...change,
      value: customValueFor(reader, { fieldId: change.fieldId, value: change.value ?? '' }),
    };
  }
  if (change.field === 'category') {
    const none = { 'four-class': null, domain: null, 'six-class': null, nature: null };
    if (!categories.safeParse({ ...none, [change.scheme]: change.value }).success)
      throw new CodedError('INVALID_VALUE', { field: 'category', reason: 'unknown-category' });
  }
  if (change.field === 'contact-phone' && change.value?.includes('*') === true)
    throw new CodedError('INVALID_VALUE', { field: 'contactPhone', reason: 'masked' });
  return change;
};

export const setValue = (
  writer: Writer,
  organization: Organization,
  change: BulkChange,
  at: IsoInstant,
): void => {
  const facts = changedFacts(organization, change);
  if (facts !== null) updateOrganizationFacts(writer, organization.id, facts, at);
  else if (change.field === 'custom') saveCustomValue(writer, organization.id, change.fieldId, change.value);
};

/** What is changed, in words. */
export const changeWords = (reader: Reader, change: BulkChange): string => {
  if (change.field === 'category') return categorySchemeLabels[change.scheme];
  const custom =
    change.field === 'custom' ? listCustomFields(reader).find(({ id }) => id === change.fieldId) : undefined;
  return custom?.name ?? bulkFieldLabels[change.field];
};

/** A value in words, phones masked. */
export const valueWords = (change: BulkChange, value: BulkChange['value']): string | null => {
  if (value === null) return null;
  if (typeof value === 'object') return `${value.name}（${fallbackPartyLabels[value.kind]}）`;
  if (change.field === 'category')
    return (categoryLabels[change.scheme] as Readonly<Record<string, string>>)[value] ?? value;
  return change.field === 'contact-phone' ? maskPhone(value) : value;
};
