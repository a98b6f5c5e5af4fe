import { volumeWords } from '../../shared/domain/exit.ts';
import { organizationId } from '../../shared/domain/ids.ts';
import type { SearchField, SearchKind } from '../../shared/domain/search.ts';
import type { PhoneTails } from '../keys/phone-tail.ts';
import type { Reader } from './archive-store.ts';
import { getExit } from './repositories/exits.ts';
import { identityTailToken, phoneTailToken } from './search-tokens.ts';

/** One text by which something is found. */
export interface SearchEntry {
  readonly field: Exclude<SearchField, 'identity-tail' | 'phone-tail'>;
  readonly text: string;
  /** Read in Latin letters too: as a name, or as a person's name, whose surname may have a reading of its own. */
  readonly spelled?: 'name' | 'person';
  /** Keyed hashes of number tails that lead here. */
  readonly tails?: readonly string[];
}

/** Bodies longer than this are found by their beginning. */
const longestText = 20_000;

const entry = (
  field: SearchEntry['field'],
  text: string | null,
  spelled?: SearchEntry['spelled'],
): SearchEntry[] =>
  text === null || text.trim() === ''
    ? []
    : [{ field, text: text.slice(0, longestText), ...(spelled === undefined ? {} : { spelled }) }];

const joined = (texts: readonly (string | null | undefined)[]): string =>
  texts.filter((text) => typeof text === 'string' && text !== '').join('；');

/** The volume that the dossier of an ended organization is kept as, as the papers write its number. */
const volumeEntries = (reader: Reader, id: string): SearchEntry[] => {
  const exit = getExit(reader, organizationId.parse(id));
  return exit === null ? [] : [{ field: 'volume', text: volumeWords(exit.volume) }];
};

/** What the office entered in its own fields. */
const customTexts = (reader: Reader, id: string): readonly string[] =>
  reader
    .all<{ value: string }>(
      `SELECT v.value FROM custom_values v JOIN custom_fields f ON f.id = v.field_id
       WHERE v.organization_id = ? ORDER BY f.position, f.id`,
      [id],
    )
    .map(({ value }) => value);

const organizationEntries = (reader: Reader, id: string, phoneTails: PhoneTails): SearchEntry[] => {
  const row = reader.get<Record<string, string | null>>(
    `SELECT name, short_name AS shortName, filing_number AS number, premises, business_scope AS scope,
       contact_name AS contact, contact_phone AS phone, party_adviser AS adviser, remark FROM organizations WHERE id = ?`,
    [id],
  );
  if (row === undefined) return [];
  const tails = phoneTails(row['phone'] ?? '').map(phoneTailToken);
  const { scope, premises, contact, adviser, remark } = row;
  return [
    { field: 'name', text: row['name'] ?? '', spelled: 'name', tails },
    ...entry('short-name', row['shortName'] ?? null, 'name'),
    ...entry('number', row['number'] ?? null),
    ...volumeEntries(reader, id),
    ...entry('text', joined([scope, premises, contact, adviser, remark, ...customTexts(reader, id)])),
  ];
};

const personEntries = (reader: Reader, id: string, phoneTails: PhoneTails): SearchEntry[] => {
  const row = reader.get<{ name: string; identityTail: string | null; phone: string | null }>(
    'SELECT name, identity_tail_hash AS identityTail, phone FROM people WHERE id = ?',
    [id],
  );
  if (row === undefined) return [];
  const tails = [
    ...(row.identityTail === null ? [] : [identityTailToken(row.identityTail)]),
    ...phoneTails(row.phone ?? '').map(phoneTailToken),
  ];
  return [{ field: 'name', text: row.name, spelled: 'person', tails }];
};

const filingEntries = (reader: Reader, id: string): SearchEntry[] => {
  const row = reader.get<{ name: string; former: string | null; number: string | null }>(
    `SELECT json_extract(facts, '$.name') AS name, json_extract(facts_before, '$.name') AS former,
       filing_number AS number FROM filings WHERE id = ?`,
    [id],
  );
  if (row === undefined) return [];
  const steps = reader.all<{ opinion: string | null; document: string | null }>(
    'SELECT opinion, document_number AS document FROM filing_steps WHERE filing_id = ? ORDER BY sequence',
    [id],
  );
  return [
    ...entry('name', row.name, 'name'),
    ...entry('former-name', row.former === row.name ? null : row.former, 'name'),
    ...entry('number', row.number),
    ...steps.flatMap(({ document }) => entry('number', document)),
    ...entry('text', joined(steps.map(({ opinion }) => opinion))),
  ];
};

const certificateEntries = (reader: Reader, id: string): SearchEntry[] => {
  const row = reader.get<{ name: string; number: string }>(
    `SELECT json_extract(printed, '$.organizationName') AS name, filing_number AS number FROM certificates WHERE id = ?`,
    [id],
  );
  return row === undefined ? [] : [...entry('name', row.name, 'name'), ...entry('number', row.number)];
};

const ideograph = /\p{Script=Han}/u;

/** Everything in a record's content that a person wrote: codes and ids hold no Chinese. */
const writtenIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return ideograph.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(writtenIn) : [];
};

const recordEntries = (reader: Reader, id: string): SearchEntry[] => {
  const row = reader.get<{ title: string; content: string }>(
    'SELECT title, content FROM dossier_records WHERE id = ? AND deleted_at IS NULL',
    [id],
  );
  if (row === undefined) return [];
  return [...entry('name', row.title, 'name'), ...entry('text', joined(writtenIn(JSON.parse(row.content))))];
};

const fileEntries = (reader: Reader, id: string): SearchEntry[] => {
  const row = reader.get<{ title: string; note: string | null }>(
    'SELECT title, note FROM dossier_files WHERE id = ? AND deleted_at IS NULL',
    [id],
  );
  if (row === undefined) return [];
  const names = reader.all<{ name: string }>(
    `SELECT DISTINCT a.file_name AS name FROM dossier_file_versions v JOIN attachments a ON a.id = v.attachment_id
     WHERE v.file_id = ?`,
    [id],
  );
  return [
    ...entry('name', row.title, 'name'),
    ...names.flatMap(({ name }) => entry('file-name', name)),
    ...entry('text', row.note),
  ];
};

const itemEntries = (reader: Reader, id: string): SearchEntry[] =>
  reader
    .all<{ code: string }>('SELECT archival_code AS code FROM archive_items WHERE id = ?', [id])
    .flatMap(({ code }) => entry('archival-code', code));

const placeEntries = (reader: Reader, id: string): SearchEntry[] =>
  reader
    .all<{ name: string; note: string | null }>('SELECT name, note FROM storage_places WHERE id = ?', [id])
    .flatMap(({ name, note }) => [...entry('name', name, 'name'), ...entry('text', note)]);

const communityEntries = (reader: Reader, id: string): SearchEntry[] => {
  const row = reader.get<{ name: string; code: string; party: string | null }>(
    'SELECT name, code, party_organization AS party FROM communities WHERE id = ?',
    [id],
  );
  if (row === undefined) return [];
  const former = reader.all<{ name: string; code: string }>(
    'SELECT DISTINCT name, code FROM community_names WHERE community_id = ?',
    [id],
  );
  return [
    ...entry('name', row.name, 'name'),
    ...former.flatMap(({ name }) => (name === row.name ? [] : entry('former-name', name, 'name'))),
    ...[...new Set([row.code, ...former.map(({ code }) => code)])].flatMap((code) => entry('number', code)),
    ...entry('text', row.party),
  ];
};

/** Everything by which this is found now; nothing when it is gone or in the recycle bin. */
export const entriesOf = (
  reader: Reader,
  kind: SearchKind,
  id: string,
  phoneTails: PhoneTails,
): readonly SearchEntry[] => {
  switch (kind) {
    case 'organization':
      return organizationEntries(reader, id, phoneTails);
    case 'person':
      return personEntries(reader, id, phoneTails);
    case 'filing':
      return filingEntries(reader, id);
    case 'certificate':
      return certificateEntries(reader, id);
    case 'record':
      return recordEntries(reader, id);
    case 'file':
      return fileEntries(reader, id);
    case 'archive-item':
      return itemEntries(reader, id);
    case 'place':
      return placeEntries(reader, id);
    case 'community':
      return communityEntries(reader, id);
  }
};
