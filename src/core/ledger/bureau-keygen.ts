import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keyCardText } from '../../shared/domain/key-card.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Random } from '../ports.ts';
import { generateSigningKey, minisignSecretFile, publicKeyText } from './minisign.ts';
import { keyFingerprint, keyFingerprintWords } from './recipient.ts';

export interface BureauKeys {
  readonly recipient: string;
  /** minisign public key: signs receipts. */
  readonly signingKey: string;
  readonly fingerprint: string;
  /** What opens every package: to be kept apart from the machine. */
  readonly identityPath: string;
  /** What signs receipts, as the minisign program reads it. */
  readonly signingPath: string;
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
 * Makes a bureau's identity, its signing key and its public key card, in files that age and minisign read as well.
 *
 * @throws CodedError CONFLICT `bureau-key` rather than overwrite an identity
 */
export const bureauKeygen = async (
  folder: string,
  random: Random,
  { name, validUntil }: { readonly name: string; readonly validUntil: string | null },
): Promise<BureauKeys> => {
  const identity = await generateX25519Identity();
  const signing = generateSigningKey(random);
  const card = {
    name,
    recipient: await identityToRecipient(identity),
    signingKey: publicKeyText(signing),
    validUntil,
  };
  const fingerprint = keyFingerprint(card);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const identityPath = join(folder, 'bureau-identity.txt');
  const signingPath = join(folder, 'bureau-minisign.key');
  const cardPath = join(folder, 'bureau-public-key-card.txt');
  await writeNew(
    identityPath,
    `# 区民政局私钥：只由专人保管，不得外发。\n# public key: ${card.recipient}\n${identity}\n`,
    0o600,
  );
  await writeNew(signingPath, await minisignSecretFile(signing), 0o600);
  await writeNew(
    cardPath,
    `区民政局报送公钥卡\n\n${keyCardText(card)}\n\n指纹：${fingerprint}\n指纹词：${keyFingerprintWords(card).join(' ')}\n\n请在导入后与区民政局电话核对指纹，全部相同才可确认。\n`,
    0o644,
  );
  return {
    recipient: card.recipient,
    signingKey: card.signingKey,
    fingerprint,
    identityPath,
    signingPath,
    cardPath,
  };
};
