import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { bureauKeyId, type BureauKeyId } from '../../shared/domain/ids.ts';
import type { BureauKey } from '../../shared/domain/ledger.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  confirmBureauKeyRow,
  currentOfficeKeys,
  deleteBureauKey,
  insertBureauKey,
  insertOfficeKey,
  listBureauKeys,
  type OfficeKey,
} from '../db/repositories/ledger.ts';
import {
  generateSigningKey,
  parseSigningKey,
  publicKeyText,
  signingKeyText,
  type SigningKey,
} from '../ledger/minisign.ts';
import { recipientFingerprint, recipientIn } from '../ledger/recipient.ts';
import type { OpenArchive } from '../open-archive.ts';

export const bureauKeys = async ({ store }: OpenArchive): Promise<BureauKey[]> => [
  ...(await store.read(listBureauKeys)),
];

/** Adds a bureau's recipient, unconfirmed: a person must compare the fingerprint first. @throws CodedError RECIPIENT_INVALID */
export const addBureauKey = async (
  { store, ports }: OpenArchive,
  input: { readonly name: string; readonly recipient: string },
): Promise<BureauKey> => {
  const recipient = recipientIn(input.recipient);
  return store.write((writer) => {
    const known = listBureauKeys(writer).find((each) => each.recipient === recipient);
    if (known !== undefined) return known;
    const value: BureauKey = {
      id: bureauKeyId.parse(ports.random.id()),
      name: input.name,
      recipient,
      fingerprint: recipientFingerprint(recipient),
      confirmedBy: null,
      confirmedAt: null,
    };
    insertBureauKey(writer, value, ports.clock.instant());
    return value;
  });
};

export const confirmBureauKey = (
  { store, ports }: OpenArchive,
  id: BureauKeyId,
  confirmedBy: string,
): Promise<BureauKey> =>
  store.write((writer) => {
    confirmBureauKeyRow(writer, id, confirmedBy, ports.clock.instant());
    const value = listBureauKeys(writer).find((each) => each.id === id);
    if (value === undefined) throw new CodedError('NOT_FOUND', { what: 'bureau-key' });
    return value;
  });

export const removeBureauKey = ({ store }: OpenArchive, id: BureauKeyId): Promise<void> =>
  store.write((writer) => deleteBureauKey(writer, id));

export interface OfficeKeys {
  readonly signing: SigningKey;
  readonly signingPublicKey: string;
  readonly escrowIdentity: string;
  readonly escrowRecipient: string;
}

const keysFrom = (keys: readonly OfficeKey[]): OfficeKeys | null => {
  const signing = keys.find(({ kind }) => kind === 'signing');
  const escrow = keys.find(({ kind }) => kind === 'escrow');
  if (signing === undefined || escrow === undefined) return null;
  return {
    signing: parseSigningKey(signing.secretKey),
    signingPublicKey: signing.publicKey,
    escrowIdentity: escrow.secretKey,
    escrowRecipient: escrow.publicKey,
  };
};

/** The office's signing key and escrow identity; made on first use, kept inside the encrypted archive. */
export const officeKeys = async ({ store, ports }: OpenArchive): Promise<OfficeKeys> => {
  const known = await store.read((reader) => keysFrom(currentOfficeKeys(reader)));
  if (known !== null) return known;
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return store.write((writer) => {
    const meanwhile = keysFrom(currentOfficeKeys(writer));
    if (meanwhile !== null) return meanwhile;
    const signing = generateSigningKey(ports.random);
    const made: readonly OfficeKey[] = [
      { kind: 'signing', publicKey: publicKeyText(signing), secretKey: signingKeyText(signing) },
      { kind: 'escrow', publicKey: recipient, secretKey: identity },
    ];
    for (const key of made) insertOfficeKey(writer, ports.random.id(), key, ports.clock.instant());
    return {
      signing,
      signingPublicKey: publicKeyText(signing),
      escrowIdentity: identity,
      escrowRecipient: recipient,
    };
  });
};
