import { customField, type CustomField, type FilledField } from '../../../shared/domain/custom-field.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { CustomFieldId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

const toField = ({ choices, printed, retiredAt, ...row }: Readonly<Record<string, SqlValue>>): CustomField =>
  customField.parse({
    ...row,
    choices: JSON.parse(String(choices)),
    printed: printed === 1,
    retired: retiredAt !== null,
  });

const columns = 'f.id, f.name, f.kind, f.choices, f.printed, f.retired_at AS retiredAt';

/** All fields in the office's order. */
export const listCustomFields = (reader: Reader): readonly CustomField[] =>
  reader
    .all<Record<string, SqlValue>>(`SELECT ${columns} FROM custom_fields f ORDER BY f.position, f.name`)
    .map(toField);

/** Replaces the fields by these, in this order. A field that is kept keeps its id. */
export const saveCustomFields = (writer: Writer, fields: readonly CustomField[], at: IsoInstant): void => {
  writer.run('DELETE FROM custom_fields WHERE id NOT IN (SELECT value FROM json_each(?))', [
    JSON.stringify(fields.map(({ id }) => id)),
  ]);
  // Names change places among each other: the old ones make room first.
  writer.run("UPDATE custom_fields SET name = '~' || id");
  for (const [position, { choices, printed, retired, ...field }] of fields.entries()) {
    writer.run(
      `INSERT INTO custom_fields (id, name, kind, choices, printed, position, retired_at)
       VALUES (:id, :name, :kind, :choices, :printed, :position, :retiredAt)
       ON CONFLICT (id) DO UPDATE SET name = :name, kind = :kind, choices = :choices, printed = :printed,
         position = :position, retired_at = CASE WHEN :retiredAt IS NULL THEN NULL ELSE coalesce(retired_at, :retiredAt) END`,
      {
        ...field,
        choices: JSON.stringify(choices),
        printed: printed ? 1 : 0,
        position,
        retiredAt: retired ? at : null,
      },
    );
  }
};

/** Fields in which something was entered. */
export const usedCustomFields = (reader: Reader): ReadonlySet<string> =>
  new Set(
    reader.all<{ id: string }>('SELECT DISTINCT field_id AS id FROM custom_values').map(({ id }) => id),
  );

/** What an organization has in each field; retired fields only where there is a value. */
export const filledFields = (reader: Reader, id: OrganizationId): readonly FilledField[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns}, v.value FROM custom_fields f
       LEFT JOIN custom_values v ON v.field_id = f.id AND v.organization_id = ?
       WHERE f.retired_at IS NULL OR v.value IS NOT NULL ORDER BY f.position, f.name`,
      [id],
    )
    .map(({ value, ...row }) => ({ field: toField(row), value: value as string | null }));

export const customValueOf = (reader: Reader, id: OrganizationId, fieldId: CustomFieldId): string | null =>
  reader.get<{ value: string }>(
    'SELECT value FROM custom_values WHERE organization_id = ? AND field_id = ?',
    [id, fieldId],
  )?.value ?? null;

/** @param value null takes away what was there */
export const saveCustomValue = (
  writer: Writer,
  id: OrganizationId,
  fieldId: CustomFieldId,
  value: string | null,
): void => {
  writer.run('DELETE FROM custom_values WHERE organization_id = ? AND field_id = ?', [id, fieldId]);
  if (value !== null)
    writer.run('INSERT INTO custom_values (organization_id, field_id, value) VALUES (?, ?, ?)', [
      id,
      fieldId,
      value,
    ]);
};
