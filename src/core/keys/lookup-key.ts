import { hkdfSync } from 'node:crypto';

/** Key of the identity-number lookups, derived from the database key: it need not be stored. @param databaseKey 32 bytes */
export const lookupKey = (databaseKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', databaseKey, new Uint8Array(0), 'hub-archive identity lookup 1', 32));
