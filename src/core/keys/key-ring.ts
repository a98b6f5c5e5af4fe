import { CodedError } from '../../shared/errors.ts';
import type { Ports } from '../ports.ts';
import { readKeyFile, writeKeyFile, type KeyFile } from './key-file.ts';
import { passwordBytes, unwrapKey, wrapKey, type KeySlot } from './key-slot.ts';
import { formatRecoveryCode, parseRecoveryCode, recoveryEntropyBytes } from './recovery-code.ts';

/** Shortest password that is taken. A phrase of eight characters or more; its strength lies in argon2id. */
const minimumPasswordLength = 8;
const triesWithoutDelay = 3;
const longestDelaySeconds = 60;

/** @throws CodedError WEAK_PASSWORD */
export const requireStrongPassword = (password: string): void => {
  if ([...password.normalize('NFKC')].length < minimumPasswordLength) {
    throw new CodedError('WEAK_PASSWORD', { minimumLength: minimumPasswordLength });
  }
};

/** The ways into one archive: every change wraps the same database key anew and never touches the database. */
export interface KeyRing {
  /**
   * Lays the key file of a new archive.
   * @param databaseSalt what the database begins with, 16 bytes
   * @returns the recovery code, to be printed
   */
  create(password: string, databaseKey: Uint8Array, databaseSalt: Uint8Array): Promise<string>;
  /** @throws CodedError WRONG_PASSWORD, ARCHIVE_DAMAGED key-file */
  behindPassword(password: string): Promise<Uint8Array>;
  /** @throws CodedError WRONG_RECOVERY_CODE, ARCHIVE_DAMAGED key-file */
  behindRecoveryCode(typed: string): Promise<Uint8Array>;
  setPassword(password: string, databaseKey: Uint8Array): Promise<void>;
  /** @returns the new code; the old one is dead */
  renewRecoveryCode(databaseKey: Uint8Array): Promise<string>;
  /** @throws CodedError ARCHIVE_DAMAGED key-file */
  databaseSalt(): Uint8Array;
}

/** After three wrong tries each further one waits twice as long as the last, up to a minute. */
const delaySeconds = (wrongTries: number): number =>
  wrongTries < triesWithoutDelay
    ? 0
    : Math.min(longestDelaySeconds, 2 ** (wrongTries - triesWithoutDelay + 1));

/** Slows down guessing at the keyboard; whoever has the files is slowed down by argon2id alone. */
const wrongTryDelay = (clock: Ports['clock']) => {
  let wrongTries = 0;
  let lastWrongTry = 0;
  const now = (): number => Date.parse(clock.instant());
  return {
    /** A clock that was set back never makes anyone wait longer than the delay itself. */
    secondsLeft: (): number => {
      const delay = delaySeconds(wrongTries);
      return Math.max(0, Math.min(delay, Math.ceil((lastWrongTry - now()) / 1000 + delay)));
    },
    wrong: (): number => {
      wrongTries += 1;
      lastWrongTry = now();
      return delaySeconds(wrongTries);
    },
    right: (): void => {
      wrongTries = 0;
    },
  };
};

const keyBehind = async (
  slots: readonly KeySlot[],
  kind: KeySlot['kind'],
  secret: Uint8Array,
): Promise<Uint8Array | null> => {
  for (const slot of slots.filter((each) => each.kind === kind)) {
    const key = await unwrapKey(slot, secret);
    if (key !== null) return key;
  }
  return null;
};

/** @param path of `archive.key.json` */
export const openKeyRing = (path: string, { clock, random }: Ports): KeyRing => {
  const delay = wrongTryDelay(clock);

  const replaceSlot = async (
    kind: KeySlot['kind'],
    secret: Uint8Array,
    databaseKey: Uint8Array,
  ): Promise<void> => {
    const slot = await wrapKey(kind, secret, databaseKey, random);
    const content: KeyFile = readKeyFile(path);
    writeKeyFile(path, { ...content, slots: [...content.slots.filter((each) => each.kind !== kind), slot] });
  };

  return {
    create: async (password, databaseKey, databaseSalt) => {
      const entropy = random.bytes(recoveryEntropyBytes);
      const slots = [
        await wrapKey('password', passwordBytes(password), databaseKey, random),
        await wrapKey('recovery-code', entropy, databaseKey, random),
      ];
      const salt = Buffer.from(databaseSalt).toString('base64');
      writeKeyFile(path, { format: 'hub-archive-key', version: 1, databaseSalt: salt, slots });
      return formatRecoveryCode(entropy);
    },
    behindPassword: async (password) => {
      const { slots } = readKeyFile(path);
      const wait = delay.secondsLeft();
      if (wait > 0) throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: wait });
      const key = await keyBehind(slots, 'password', passwordBytes(password));
      if (key === null) throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: delay.wrong() });
      delay.right();
      return key;
    },
    behindRecoveryCode: async (typed) => {
      const { slots } = readKeyFile(path);
      const entropy = parseRecoveryCode(typed);
      const key = entropy === null ? null : await keyBehind(slots, 'recovery-code', entropy);
      if (key === null) throw new CodedError('WRONG_RECOVERY_CODE', {});
      return key;
    },
    setPassword: (password, databaseKey) => replaceSlot('password', passwordBytes(password), databaseKey),
    renewRecoveryCode: async (databaseKey) => {
      const entropy = random.bytes(recoveryEntropyBytes);
      await replaceSlot('recovery-code', entropy, databaseKey);
      return formatRecoveryCode(entropy);
    },
    databaseSalt: () => new Uint8Array(Buffer.from(readKeyFile(path).databaseSalt, 'base64')),
  };
};
