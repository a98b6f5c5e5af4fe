import { createHash, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';
import { keyIdText, serialText } from '../../shared/domain/verification-code.ts';
import {
  endedListText,
  type EndedCertificate,
  type PageKey,
  type VerificationPageData,
} from '../../shared/domain/verification-page.ts';
import { privateKeyOf } from '../crypto/ed25519.ts';
import type { Reader } from '../db/archive-store.ts';
import { endedCertificates } from '../db/repositories/certificates.ts';
import { listOfficeKeys } from '../db/repositories/ledger-keys.ts';
import { parsePublicKey } from '../ledger/minisign.ts';
import { signingKeyFingerprint } from '../ledger/recipient.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getOffice } from './office.ts';
import { officeKeys } from './ledger-keys.ts';
import { certificateSerial } from './verification-codes.ts';

/** The office's keys for certificates, the one in use first. */
export const verificationKeys = async (archive: OpenArchive): Promise<PageKey[]> => {
  await officeKeys(archive);
  return archive.store.read((reader) =>
    listOfficeKeys(reader, 'signing').map(({ publicKey, retiredAt }) => ({
      id: keyIdText(parsePublicKey(publicKey).keyId),
      publicKey,
      fingerprint: signingKeyFingerprint(publicKey),
      retiredOn: retiredAt && dayOfInstant(new Date(retiredAt)),
    })),
  );
};

const endedList = (reader: Reader): EndedCertificate[] =>
  endedCertificates(reader).flatMap(({ id, status, filingNumber, organizationName }) =>
    status === 'valid'
      ? []
      : [{ serial: serialText(certificateSerial(id)), status, filingNumber, organizationName }],
  );

const policyOf = (script: string): string => {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
};

/** The program that finds codes on pictures: the same that reads scans. */
const codeReader = async (): Promise<string> => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return (await readFile(path)).toString('base64');
};

/**
 * 核验页: one HTML file with the office's public keys and, signed, the list of certificates that count no more. It
 * checks codes of certificates without network and without the archive.
 */
export const makeVerificationPage = async (archive: OpenArchive): Promise<File> => {
  const { store, ports } = archive;
  const { profile } = await getOffice(archive);
  const keys = await verificationKeys(archive);
  const { signing } = await officeKeys(archive);
  const madeOn = ports.clock.today();
  const content = endedListText(madeOn, await store.read(endedList));
  const signature = sign(null, Buffer.from(content), privateKeyOf(signing.seed)).toString('base64');
  const data: VerificationPageData = {
    office: profile.hubName,
    authority: profile.authorityName,
    madeOn,
    keys,
    ended: { content, signature },
  };
  const [page, script, reader] = await Promise.all([
    readFile(join(ports.paths.resources, 'verification-page.html'), 'utf8'),
    readFile(join(ports.paths.resources, 'verification-page.js'), 'utf8'),
    codeReader(),
  ]);
  // No text of a clerk may end the script element that it stands in.
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  const parts: Readonly<Record<string, string>> = {
    __POLICY__: policyOf(script),
    __DATA__: json,
    __READER__: reader,
    '<!-- __SCRIPT__ -->': `<script>${script}</script>`,
  };
  const html = page.replaceAll(
    /__POLICY__|__DATA__|__READER__|<!-- __SCRIPT__ -->/g,
    (part) => parts[part] ?? part,
  );
  return new File([html], `备案证书核验页_${profile.authorityName}_${madeOn}.html`, {
    type: 'text/html;charset=utf-8',
  });
};
