import { createHash } from 'node:crypto';
import { ageEncrypt } from '../../src/core/crypto/age-encrypt.ts';
import { openChunkCipher } from '../../src/core/crypto/chunk-ciphers.ts';
import { generateSigningKey, publicKeyText, signContent } from '../../src/core/ledger/minisign.ts';
import { systemRandom } from '../../src/core/system-ports.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

/** The office that signs hostile packages; everything about them but the one fault is right. */
export const officeSigningKey = generateSigningKey(systemRandom);
export const officeSigner = publicKeyText(officeSigningKey);

export const ledgerJson = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    format: 'hub-archive-ledger',
    version: '1.1',
    period: '2026H1',
    startsOn: '2026-01-01',
    endsOn: '2026-06-30',
    frozenOn: '2026-07-01',
    district: { code: '990101', name: '区' },
    street: { code: '990101001', name: '街道' },
    hub: { name: '联合会', creditCode: null },
    organizations: [],
    statistics: {
      communities: 0,
      organizations: 0,
      members: 0,
      partyMembers: 0,
      byCommunity: [],
      byCategory: [],
      byStatus: [],
    },
    ...more,
  });

const digest = (algorithm: string, content: string | Uint8Array): string =>
  createHash(algorithm).update(content).digest('hex');

/** Files of a bag by name. */
export type Files = Map<string, string | Uint8Array>;

const manifestOf = (algorithm: string, files: Files, isListed: (name: string) => boolean): string =>
  [...files]
    .filter(([name]) => isListed(name))
    .map(([name, content]) => `${digest(algorithm, content)}  ${name}\n`)
    .join('');

/** Lists everything anew and signs it: what an attacker who holds the office's key could send. */
export const seal = async (files: Files): Promise<Files> => {
  files.set(
    'tagmanifest-sha256.txt',
    manifestOf('sha256', files, (name) => !name.startsWith('data/') && !name.startsWith('tagmanifest-')),
  );
  files.set(
    'tagmanifest-sha256.txt.minisig',
    await signContent(
      officeSigningKey,
      Buffer.from(files.get('tagmanifest-sha256.txt') ?? ''),
      'period:2026H1',
    ),
  );
  return files;
};

/** A right bag of one ledger and two files. */
export const goodFiles = async (
  data: Readonly<Record<string, string>> = {},
  moreInfo = '',
): Promise<Files> => {
  const files: Files = new Map(
    Object.entries({
      'data/ledger.json': ledgerJson(),
      'data/a.txt': 'a',
      'data/reports/b.txt': 'b',
      ...data,
    }),
  );
  files.set('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  files.set('bag-info.txt', `Source-Organization: 联合会\n${moreInfo}`);
  for (const algorithm of ['sha256', 'sha512'])
    files.set(
      `manifest-${algorithm}.txt`,
      manifestOf(algorithm, files, (name) => name.startsWith('data/')),
    );
  return seal(files);
};

export const entriesOf = (files: Files): RawEntry[] =>
  [...files].map(([name, content]) => ({ name: `bag/${name}`, content }));

export const zipOf = (files: Files): Buffer => rawZip(entriesOf(files));

/** Encrypts a zip as a package. */
export const packageOf = async (zip: Uint8Array, recipient: string): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  const whole = (async function* () {
    yield zip;
  })();
  for await (const part of ageEncrypt(whole, [recipient], await openChunkCipher())) parts.push(part);
  return Buffer.concat(parts);
};
