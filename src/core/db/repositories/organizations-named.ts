import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader } from '../archive-store.ts';

/** An organization that a text names. */
export interface NamedOrganization {
  readonly id: OrganizationId;
  readonly by: 'name' | 'filing-number';
}

/** Brackets and blanks are typed in many ways, and file names cannot hold some of them. */
const plain = (column: string): string =>
  ['〔', '〕', '[', ']', '（', '）', '(', ')', ' ', '　', '第', '号'].reduce(
    (text, sign) => `replace(${text}, '${sign}', '')`,
    column,
  );

/**
 * Organizations whose full or short name, or filing number, stands in a text; where one is part of another that
 * stands there too, only the longer one.
 */
export const organizationsNamedIn = (reader: Reader, text: string): readonly NamedOrganization[] => {
  const rows = reader.all<{ id: OrganizationId; name: string; by: NamedOrganization['by'] }>(
    `SELECT id, name, 'name' AS "by" FROM organizations WHERE instr(:text, name) > 0
     UNION ALL SELECT id, short_name, 'name' FROM organizations
       WHERE length(short_name) >= 4 AND short_name <> name AND instr(:text, short_name) > 0
     UNION ALL SELECT id, ${plain('filing_number')}, 'filing-number' FROM organizations
       WHERE length(filing_number) >= 5 AND instr(${plain(':text')}, ${plain('filing_number')}) > 0`,
    { text },
  );
  const longest = rows.filter(
    ({ name, by }) =>
      !rows.some((other) => other.by === by && other.name !== name && other.name.includes(name)),
  );
  const first = new Map(longest.map((row) => [row.id, { id: row.id, by: row.by }]));
  return [...first.values()];
};
