import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { CodedError } from '../../shared/errors.ts';
import { recipientFingerprint } from './recipient.ts';

export interface BureauKeys {
  readonly recipient: string;
  readonly fingerprint: string;
  /** What opens every package: to be kept apart from the machine. */
  readonly identityPath: string;
  /** What is handed to the streets. */
  readonly cardPath: string;
}

const writeNew = async (path: string, content: string, mode: number): Promise<void> => {
  const handle = await open(path, 'wx', mode).catch((error: unknown) => {
    throw new CodedError('CONFLICT', { what: 'bureau-key' }, { cause: error });
  });
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Makes a bureau's identity and its public key card, in files that the age program reads as well.
 *
 * @throws CodedError CONFLICT `bureau-key` rather than overwrite an identity
 */
export const bureauKeygen = async (folder: string): Promise<BureauKeys> => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const fingerprint = recipientFingerprint(recipient);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const identityPath = join(folder, 'bureau-identity.txt');
  const cardPath = join(folder, 'bureau-public-key-card.txt');
  await writeNew(
    identityPath,
    `# 区民政局私钥：只由专人保管，不得外发。\n# public key: ${recipient}\n${identity}\n`,
    0o600,
  );
  await writeNew(
    cardPath,
    `区民政局报送公钥\n\n公钥：${recipient}\n指纹：${fingerprint}\n\n请在导入后与区民政局电话核对指纹，逐组相同才可确认。\n`,
    0o644,
  );
  return { recipient, fingerprint, identityPath, cardPath };
};
