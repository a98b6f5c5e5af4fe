import {
  keptCustomValue,
  type CustomField,
  type CustomFieldInput,
  type CustomValue,
  type FilledField,
} from '../../shared/domain/custom-field.ts';
import { customFieldId, type CustomFieldId, type OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  customValueOf,
  filledFields,
  listCustomFields,
  saveCustomFields,
  saveCustomValue,
  usedCustomFields,
} from '../db/repositories/custom-fields.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';

export const readCustomFields = ({ store }: OpenArchive): Promise<readonly CustomField[]> =>
  store.read(listCustomFields);

const onlyOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** @throws CodedError CONFLICT `custom-field` for a field with values that would go, or be of another kind */
const keepWhatIsUsed = (writer: Writer, fields: readonly CustomFieldInput[]): void => {
  const used = usedCustomFields(writer);
  for (const before of listCustomFields(writer)) {
    if (!used.has(before.id)) continue;
    const after = fields.find(({ id }) => id === before.id);
    if (after?.kind !== before.kind) throw new CodedError('CONFLICT', { what: 'custom-field' });
  }
};

/**
 * Writes the office's fields anew, in this order. One in which something was entered cannot go and keeps its kind; it
 * is retired instead, and its values stay.
 *
 * @throws CodedError INVALID_VALUE `name` `taken`; CONFLICT `custom-field`; NOT_FOUND
 */
export const writeCustomFields = (
  { store, ports: { clock, random } }: OpenArchive,
  fields: readonly CustomFieldInput[],
): Promise<readonly CustomField[]> =>
  store.write((writer) => {
    if (!onlyOnce(fields.map(({ name }) => name)) || !fields.every(({ choices }) => onlyOnce(choices)))
      throw new CodedError('INVALID_VALUE', { field: 'name', reason: 'taken' });
    const known = new Set(listCustomFields(writer).map(({ id }) => id as string));
    if (fields.some(({ id }) => id !== null && !known.has(id)))
      throw new CodedError('NOT_FOUND', { what: 'custom-field' });
    keepWhatIsUsed(writer, fields);
    saveCustomFields(
      writer,
      fields.map((field) => ({
        ...field,
        id: field.id ?? customFieldId.parse(random.id()),
        choices: field.kind === 'choice' ? field.choices : [],
      })),
      clock.instant(),
    );
    return listCustomFields(writer);
  });

const requireField = (reader: Reader, id: CustomFieldId): CustomField => {
  const field = listCustomFields(reader).find((each) => each.id === id);
  if (field === undefined) throw new CodedError('NOT_FOUND', { what: 'custom-field' });
  return field;
};

/**
 * What a field keeps of a typed value; null for nothing.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `customValue` `malformed` for what its kind cannot hold
 */
export const customValueFor = (reader: Reader, { fieldId, value }: CustomValue): string | null => {
  const field = requireField(reader, fieldId);
  const typed = value.trim();
  if (typed === '') return null;
  const kept = keptCustomValue(field, typed);
  if (kept === null) throw new CodedError('INVALID_VALUE', { field: 'customValue', reason: 'malformed' });
  return kept;
};

/** @throws CodedError NOT_FOUND */
export const readCustomValues = (
  { store }: OpenArchive,
  id: OrganizationId,
): Promise<readonly FilledField[]> => store.read((reader) => filledFields(reader, id));

/**
 * Sets values of an organization; they are no filed facts, so a filing that is under way does not stand against it.
 * A value that is as before stays, even where its choice is no longer offered.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; INVALID_VALUE `customValue` `malformed`
 */
export const writeCustomValues = (
  { store }: OpenArchive,
  input: { readonly organizationId: OrganizationId; readonly values: readonly CustomValue[] },
): Promise<readonly FilledField[]> =>
  store.write((writer) => {
    const { organizationId, values } = input;
    if (getOrganization(writer, organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, organizationId);
    for (const given of values) {
      if (customValueOf(writer, organizationId, given.fieldId) === given.value) continue;
      saveCustomValue(writer, organizationId, given.fieldId, customValueFor(writer, given));
    }
    return filledFields(writer, organizationId);
  });
