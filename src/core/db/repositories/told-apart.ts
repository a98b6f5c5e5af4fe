import type { ToldApart } from '../../../shared/domain/district-ledger.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Of groups of organizations, by `organizationsKey`. */
export const listToldApart = (reader: Reader): ReadonlyMap<string, ToldApart> =>
  new Map(
    reader
      .all<{ organizations: string; by: string; at: string }>(
        'SELECT organizations, told_by AS by, told_at AS at FROM told_apart',
      )
      .map(({ organizations, by, at }) => [organizations, { by, at }]),
  );

export const saveToldApart = (writer: Writer, organizations: string, { by, at }: ToldApart): void => {
  writer.run(
    `INSERT INTO told_apart (organizations, told_by, told_at) VALUES (?, ?, ?)
     ON CONFLICT (organizations) DO UPDATE SET told_by = excluded.told_by, told_at = excluded.told_at`,
    [organizations, by, at],
  );
};

export const deleteToldApart = (writer: Writer, organizations: string): void => {
  writer.run('DELETE FROM told_apart WHERE organizations = ?', [organizations]);
};
