import { officePart, type OfficePart } from '../../../shared/domain/dossier-file.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Parts that the office keeps besides the five of policy Art. 2, in its order. */
export const listOfficeParts = (reader: Reader): readonly OfficePart[] =>
  reader
    .all<{ id: string; name: string; retiredAt: string | null }>(
      'SELECT id, name, retired_at AS retiredAt FROM office_parts ORDER BY position, name',
    )
    .map(({ id, name, retiredAt }) => officePart.parse({ id, name, retired: retiredAt !== null }));

/** Replaces the parts by these, in this order. A part that is kept keeps its id. */
export const saveOfficeParts = (writer: Writer, parts: readonly OfficePart[], at: IsoInstant): void => {
  writer.run('DELETE FROM office_parts WHERE id NOT IN (SELECT value FROM json_each(?))', [
    JSON.stringify(parts.map(({ id }) => id)),
  ]);
  writer.run(
    `DELETE FROM required_papers WHERE part LIKE 'part-%' AND part NOT IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(parts.map(({ id }) => id))],
  );
  // Names change places among each other: the old ones make room first.
  writer.run("UPDATE office_parts SET name = '~' || id");
  for (const [position, { id, name, retired }] of parts.entries()) {
    writer.run(
      `INSERT INTO office_parts (id, name, position, retired_at) VALUES (:id, :name, :position, :retiredAt)
       ON CONFLICT (id) DO UPDATE SET name = :name, position = :position,
         retired_at = CASE WHEN :retiredAt IS NULL THEN NULL ELSE coalesce(retired_at, :retiredAt) END`,
      { id, name, position, retiredAt: retired ? at : null },
    );
  }
};

/** Parts that papers lie in, those in the recycle bin as well. */
export const usedOfficeParts = (reader: Reader): ReadonlySet<string> =>
  new Set(
    reader
      .all<{ part: string }>(
        'SELECT DISTINCT part FROM dossier_files WHERE part IN (SELECT id FROM office_parts)',
      )
      .map(({ part }) => part),
  );
