import { join } from 'node:path';
import { openKeyRing } from '../keys/key-ring.ts';
import type { Ports } from '../ports.ts';
import { keyFileName, type BackupRoot } from './backup-layout.ts';

/** What opens a backup: what opened the archive on the day that it was made. */
export type BackupSecret =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'recovery-code'; readonly recoveryCode: string; readonly newPassword: string };

/** The key that a backup's own key file yields. @throws CodedError WRONG_PASSWORD, WRONG_RECOVERY_CODE, ARCHIVE_DAMAGED key-file */
export const databaseKeyBehind = (
  root: BackupRoot,
  name: string,
  secret: BackupSecret,
  ports: Ports,
): Promise<Uint8Array> => {
  const keyRing = openKeyRing(join(root.folder, name, keyFileName), ports);
  return secret.kind === 'password'
    ? keyRing.behindPassword(secret.password)
    : keyRing.behindRecoveryCode(secret.recoveryCode);
};
