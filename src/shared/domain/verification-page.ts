import type { IsoDate } from './dates.ts';
import type { CertificateStatus } from './filing.ts';
import {
  keyIdText,
  readVerificationCode,
  serialText,
  type CodeReading,
  type VerifiedStatement,
} from './verification-code.ts';

/** Why a certificate on the list counts no more. */
export type EndedStatus = Exclude<CertificateStatus, 'valid'>;

/** One certificate that counts no more. Names of organizations, never of people. */
export interface EndedCertificate {
  readonly serial: string;
  readonly status: EndedStatus;
  readonly filingNumber: string;
  readonly organizationName: string;
}

/** A key under which certificates of the office are signed, or were. */
export interface PageKey {
  /** As minisign shows it. */
  readonly id: string;
  /** As in the second line of minisign's `.pub` file. */
  readonly publicKey: string;
  /** To be compared by telephone. */
  readonly fingerprint: string;
  readonly retiredOn: IsoDate | null;
}

/** What 核验页 carries, as JSON (docs/formats/verification-code.md). */
export interface VerificationPageData {
  readonly office: string;
  readonly authority: string;
  readonly madeOn: IsoDate;
  readonly keys: readonly PageKey[];
  readonly ended: {
    /** What `endedListText` wrote. */
    readonly content: string;
    /** Ed25519 over its UTF-8 bytes under the first of the keys, in base64. */
    readonly signature: string;
  };
}

const listTitle = '社区社会组织备案证书停用名单 1';
const endedStatuses = {
  replaced: true,
  lost: true,
  recovered: true,
  void: true,
} as const satisfies Record<EndedStatus, true>;

const isEndedStatus = (status: string | undefined): status is EndedStatus =>
  status !== undefined && Object.hasOwn(endedStatuses, status);

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The list as it is signed: its day, then a line for each certificate. */
export const endedListText = (asOf: IsoDate, ended: readonly EndedCertificate[]): string =>
  [
    listTitle,
    asOf,
    ...ended.map(({ serial, status, filingNumber, organizationName }) =>
      [serial, status, plain(filingNumber), plain(organizationName)].join('\t'),
    ),
  ].join('\n');

export interface EndedList {
  readonly asOf: IsoDate;
  readonly ended: readonly EndedCertificate[];
}

/** null for anything that `endedListText` does not write. */
export const readEndedList = (text: string): EndedList | null => {
  const [title, asOf = '', ...lines] = text.split('\n');
  if (title !== listTitle || !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return null;
  const ended: EndedCertificate[] = [];
  for (const each of lines) {
    const [serial, status, filingNumber, organizationName] = each.split('\t');
    if (!serial || !isEndedStatus(status) || !filingNumber || !organizationName) return null;
    ended.push({ serial, status, filingNumber, organizationName });
  }
  return { asOf, ended };
};

/** What a page without an archive can tell. */
export type OfflineVerdict =
  | {
      readonly kind: 'in-force' | 'ended';
      readonly statement: VerifiedStatement;
      readonly keyId: string;
      /** Why it counts no more. */
      readonly end: EndedStatus | 'expired' | null;
      /** Issued after the list was made: what became of it since cannot be known here. */
      readonly newerThanList: boolean;
    }
  | {
      readonly kind: 'unknown-key' | 'altered';
      readonly statement: VerifiedStatement;
      readonly keyId: string;
    }
  | Exclude<CodeReading, { readonly kind: 'signed' }>;

/** @param holds checks an Ed25519 signature under the key of an id; null where no key has it */
export const judgeOffline = (
  text: string,
  holds: (keyId: string, content: Uint8Array, signature: Uint8Array) => boolean | null,
  list: EndedList,
  today: IsoDate,
): OfflineVerdict => {
  const code = readVerificationCode(text);
  if (code.kind !== 'signed') return code;
  const { statement } = code;
  const keyId = keyIdText(code.keyId);
  const held = holds(keyId, code.content, code.signature);
  if (held !== true) return { kind: held === null ? 'unknown-key' : 'altered', statement, keyId };
  const serial = serialText(code.serial);
  const listed = list.ended.find(
    (each) => each.serial === serial && each.filingNumber === statement.filingNumber,
  );
  const expired = statement.validTo !== null && statement.validTo < today;
  const end = listed?.status ?? (expired ? 'expired' : null);
  return {
    kind: end === null ? 'in-force' : 'ended',
    statement,
    keyId,
    end,
    newerThanList: statement.issuedOn > list.asOf,
  };
};
