import { verify } from 'node:crypto';
import type { Certificate } from '../../shared/domain/filing.ts';
import type { Verdict } from '../../shared/domain/verification.ts';
import {
  keyIdText,
  readVerificationCode,
  type CodeReading,
  type VerifiedStatement,
} from '../../shared/domain/verification-code.ts';
import { publicKeyOf } from '../crypto/ed25519.ts';
import type { Reader } from '../db/archive-store.ts';
import { certificatesOfNumber } from '../db/repositories/certificates.ts';
import { listOfficeKeys } from '../db/repositories/ledger-keys.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { parsePublicKey } from '../ledger/minisign.ts';
import type { OpenArchive } from '../open-archive.ts';
import { mediaTypeOf } from './media-type-of-file.ts';
import { openScanReader } from '../scans/scan-reader.ts';
import { certificateSerial } from './verification-codes.ts';

type Signed = Extract<CodeReading, { readonly kind: 'signed' }>;
type Recorded = Extract<Verdict, { readonly kind: 'in-force' | 'ended' }>['recorded'];

const recordedAs = (reader: Reader, certificate: Certificate, today: string): Recorded | null => {
  const organization = getOrganization(reader, certificate.organizationId);
  if (organization === null) return null;
  const { status, validTo } = certificate;
  return {
    organizationId: organization.id,
    organizationStatus: organization.status,
    status,
    expired: status === 'valid' && validTo !== null && validTo < today,
  };
};

const isInForce = ({ status, expired }: Recorded): boolean => status === 'valid' && !expired;

const judgeSigned = (reader: Reader, code: Signed, today: string): Verdict => {
  const { statement } = code;
  const id = keyIdText(code.keyId);
  const key = listOfficeKeys(reader, 'signing')
    .map(({ publicKey, retiredAt }) => ({ ...parsePublicKey(publicKey), retiredAt }))
    .find(({ keyId }) => keyId.equals(code.keyId));
  if (key === undefined) return { kind: 'unknown-key', statement, keyId: id };
  if (!verify(null, code.content, publicKeyOf(key.raw), code.signature))
    return { kind: 'altered', statement, keyId: id };
  const proven = { statement, key: { id, retiredAt: key.retiredAt } };
  const certificate = certificatesOfNumber(reader, statement.filingNumber).find((each) =>
    certificateSerial(each.id).equals(code.serial),
  );
  const recorded = certificate ? recordedAs(reader, certificate, today) : null;
  if (recorded === null) return { kind: 'not-recorded', ...proven };
  return { kind: isInForce(recorded) ? 'in-force' : 'ended', ...proven, recorded };
};

const judgeUnsigned = (
  reader: Reader,
  { filingNumber, organizationName }: Pick<VerifiedStatement, 'filingNumber' | 'organizationName'>,
  today: string,
): Verdict => {
  const [newest] = certificatesOfNumber(reader, filingNumber).filter(
    (each) => each.organizationName === organizationName,
  );
  return {
    kind: 'unsigned',
    filingNumber: filingNumber.slice(0, 200),
    organizationName: organizationName.slice(0, 200),
    recorded: newest ? recordedAs(reader, newest, today) : null,
  };
};

/** Checks a code that was scanned, typed or pasted. Only a signature that holds makes it genuine. */
export const checkCode = ({ store, ports }: OpenArchive, text: string): Promise<Verdict> =>
  store.read((reader) => {
    const code = readVerificationCode(text);
    const today = ports.clock.today();
    if (code.kind === 'signed') return judgeSigned(reader, code, today);
    return code.kind === 'unsigned' ? judgeUnsigned(reader, code, today) : { kind: code.kind };
  });

/** Checks every code on a picture or PDF of certificates, read on a thread of its own; those of other makers are left out. */
export const checkPicture = async (archive: OpenArchive, file: File): Promise<Verdict[]> => {
  const reader = openScanReader();
  try {
    const texts = await reader.texts(new Uint8Array(await file.arrayBuffer()), mediaTypeOf(file));
    const verdicts: Verdict[] = [];
    for (const text of new Set(texts)) verdicts.push(await checkCode(archive, text));
    const ours = verdicts.filter(({ kind }) => kind !== 'other' && kind !== 'paper-code');
    return ours.length > 0 ? ours : verdicts;
  } finally {
    await reader.close();
  }
};
