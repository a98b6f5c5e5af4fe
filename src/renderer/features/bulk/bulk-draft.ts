import { bulkChange, type BulkChange, type BulkField } from '../../../shared/domain/bulk-edit.ts';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import { categoryScheme, type FallbackPartyKind } from '../../../shared/domain/organization.ts';
import { bulkFieldLabels } from '../../../shared/labels/bulk-edit.ts';
import { categorySchemeLabels } from '../../../shared/labels/organization.ts';

/** What somebody is about to give to many: the choice in the list of fields, and what was typed. */
export interface BulkDraft {
  /** `field`, `category:scheme` or `custom:id`. */
  readonly what: string | null;
  readonly text: string;
  readonly partyKind: FallbackPartyKind;
  readonly clears: boolean;
}

export const emptyDraft: BulkDraft = {
  what: null,
  text: '',
  partyKind: 'community-party-organization',
  clears: false,
};

const plainFields = [
  'fallback-party',
  'party-adviser',
  'contact-name',
  'contact-phone',
  'activity-area',
  'remark',
] as const satisfies readonly BulkField[];

/** Everything that can be changed for many at once. */
export const bulkFieldOptions = (fields: readonly CustomField[]) => [
  ...categoryScheme.options.map((scheme) => ({
    value: `category:${scheme}`,
    label: categorySchemeLabels[scheme],
  })),
  ...plainFields.map((field) => ({ value: field as string, label: bulkFieldLabels[field] })),
  ...fields.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: `custom:${id}`, label: name })),
];

/** The change that a draft means; null while something is missing. */
export const changeOf = ({ what, text, partyKind, clears }: BulkDraft): BulkChange | null => {
  if (what === null || (!clears && text.trim() === '')) return null;
  const [field, of] = what.split(':');
  const value = clears ? null : field === 'fallback-party' ? { kind: partyKind, name: text } : text;
  return (
    bulkChange.safeParse({
      field,
      value,
      ...(field === 'category' ? { scheme: of } : {}),
      ...(field === 'custom' ? { fieldId: of } : {}),
    }).data ?? null
  );
};
