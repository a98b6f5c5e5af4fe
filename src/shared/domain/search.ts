import { z } from 'zod';

/** What can be found, in the order in which it is shown. */
export const searchKind = z.enum([
  'organization',
  'person',
  'filing',
  'certificate',
  'record',
  'file',
  'archive-item',
  'place',
  'community',
]);
export type SearchKind = z.infer<typeof searchKind>;

/** Where something was found, most telling first: names before numbers, numbers before text. */
export const searchField = z.enum([
  'name',
  'short-name',
  'former-name',
  'number',
  'archival-code',
  'volume',
  'file-name',
  'text',
  'identity-tail',
  'phone-tail',
]);
export type SearchField = z.infer<typeof searchField>;
