import { generateSigningKey, signContent } from '../../src/core/ledger/minisign.ts';
import { systemRandom } from '../../src/core/system-ports.ts';
import {
  entriesOf,
  goodFiles,
  ledgerJson,
  officeSigningKey,
  seal,
  zipOf,
  type Files,
} from './hostile-package.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

/** A package that is wrong in one way: what it is, its zip, and what comes of it (`unpacked`, or code and reason). */
type HostileCase = readonly [string, () => Promise<Buffer>, RegExp];

const withEntry = (entry: Partial<RawEntry>) => async (): Promise<Buffer> =>
  rawZip([...entriesOf(await goodFiles()), { name: 'bag/data/evil', content: 'x', ...entry }]);
const named = (name: string | Uint8Array) => withEntry({ name });
const twins = (one: string, other: string) => async (): Promise<Buffer> =>
  rawZip([
    ...entriesOf(await goodFiles()),
    { name: `bag/data/${one}`, content: 'x' },
    { name: `bag/data/${other}`, content: 'x' },
  ]);

/** Family 1: names, links and lies of the zip. */
const zips: readonly HostileCase[] = [
  ['climbs out', named('bag/../../evil'), /^ZIP_(UNSAFE|DAMAGED)/],
  ['climbs out at once', named('../evil'), /^ZIP_(UNSAFE|DAMAGED)/],
  ['absolute path', named('/etc/passwd'), /^ZIP_(UNSAFE|DAMAGED)/],
  ['drive', named('C:/evil'), /^ZIP_(UNSAFE|DAMAGED)/],
  ['relative to a drive', named('C:../evil'), /^ZIP_(UNSAFE|DAMAGED)/],
  ['backslashes', named(String.raw`bag\..\..\evil`), /^ZIP_(UNSAFE|DAMAGED)/],
  ['network share', named(String.raw`\\server\share\evil`), /^ZIP_(UNSAFE|DAMAGED)/],
  ['zero byte', named('bag/data/evil\0.txt'), /^ZIP_UNSAFE hidden-character/],
  ['line break', named('bag/data/evil\n.txt'), /^ZIP_UNSAFE hidden-character/],
  ['writing turned round', named('bag/data/evil\u202Egnp.exe'), /^ZIP_UNSAFE hidden-character/],
  ['zero width', named('bag/data/ev\u200Bil'), /^ZIP_UNSAFE hidden-character/],
  ['byte order mark', named('bag/data/\uFEFFevil'), /^ZIP_UNSAFE hidden-character/],
  ['device', named('bag/data/CON'), /^ZIP_UNSAFE device-name/],
  ['device with an ending', named('bag/data/aux.txt'), /^ZIP_UNSAFE device-name/],
  ['device of raised digits', named('bag/data/com¹'), /^ZIP_UNSAFE device-name/],
  ['dot at the end', named('bag/data/evil.'), /^ZIP_UNSAFE trailing/],
  ['space at the end', named('bag/data/evil '), /^ZIP_UNSAFE trailing/],
  ['second stream', named('bag/data/evil:stream'), /^ZIP_UNSAFE forbidden-character/],
  ['empty part', named('bag/data//evil'), /^ZIP_UNSAFE traversal/],
  ['dot part', named('bag/./evil'), /^ZIP_(UNSAFE|DAMAGED)/],
  ['no name', named(''), /^ZIP_UNSAFE length/],
  ['very long name', named(`bag/data/${'长'.repeat(400)}`), /^ZIP_UNSAFE length/],
  ['link', withEntry({ mode: 0o120777, content: '/etc/passwd' }), /^ZIP_UNSAFE link/],
  ['pipe', withEntry({ mode: 0o010644 }), /^ZIP_UNSAFE special-file/],
  ['block device', withEntry({ mode: 0o060644 }), /^ZIP_UNSAFE special-file/],
  ['character device', withEntry({ mode: 0o020644 }), /^ZIP_UNSAFE special-file/],
  ['the same name twice', twins('evil', 'evil'), /^ZIP_UNSAFE duplicate-name/],
  ['names that differ in case', twins('evil', 'EVIL'), /^ZIP_UNSAFE duplicate-name/],
  ['names that differ in composition', twins('\u00E9vil', 'e\u0301vil'), /^ZIP_UNSAFE duplicate-name/],
  ['names that differ in ß and ss', twins('straße', 'strasse'), /^ZIP_UNSAFE duplicate-name/],
  ['names that differ in width', twins('evil', 'ｅｖｉｌ'), /^ZIP_UNSAFE duplicate-name/],
  ['encrypted', withEntry({ flags: 0x0801 }), /^ZIP_(UNSAFE encrypted|DAMAGED)/],
  ['unknown compression', withEntry({ method: 12 }), /^ZIP_(UNSAFE compression-method|DAMAGED)/],
  ['bomb', withEntry({ content: Buffer.alloc(40_000_000), deflate: true }), /^ZIP_UNSAFE compression-ratio/],
  [
    'declared too small',
    withEntry({ content: 'x'.repeat(5000), deflate: true, declaredSize: 10 }),
    /^(ZIP_|BAG_FILE_EXTRA)/,
  ],
  ['overlapping', withEntry({ declaredOffset: 0 }), /^ZIP_UNSAFE overlapping/],
  [
    'header names another file',
    withEntry({ localName: 'bag/data/good' }),
    /^(ZIP_UNSAFE headers-disagree|BAG_FILE_EXTRA)/,
  ],
  [
    'more entries claimed than there are',
    async () => rawZip(entriesOf(await goodFiles()), { claimed: 60_000 }),
    /^ZIP_DAMAGED/,
  ],
  ['data after the end', async () => rawZip(entriesOf(await goodFiles()), { trailing: 'x' }), /^ZIP_DAMAGED/],
  ['cut directory', async () => zipOf(await goodFiles()).subarray(0, -40), /^ZIP_DAMAGED/],
  ['no zip', async () => Buffer.from('hello'), /^ZIP_DAMAGED/],
  ['nothing', async () => Buffer.alloc(0), /^ZIP_DAMAGED/],
  [
    'too many entries',
    async () => rawZip(Array.from({ length: 65_000 }, (_, at) => ({ name: `bag/${at}`, content: '' }))),
    /^BAG_INVALID declaration/,
  ],
];

const changed =
  (change: (files: Files) => void, { sealed = true } = {}) =>
  async (): Promise<Buffer> => {
    const files = await goodFiles();
    change(files);
    return zipOf(sealed ? await seal(files) : files);
  };
const replaced = (name: string, from: RegExp | string, to: string) =>
  changed((files) => void files.set(name, String(files.get(name)).replace(from, to)));

/** Family 2: bags that were signed, and are wrong all the same. */
const bags: readonly HostileCase[] = [
  ['right', changed(() => {}), /^unpacked$/],
  [
    'carriage returns',
    changed((files) => files.set('bagit.txt', String(files.get('bagit.txt')).replaceAll('\n', '\r\n'))),
    /^unpacked$/,
  ],
  [
    'names a file outside',
    replaced('manifest-sha256.txt', 'data/a.txt', 'bag-info.txt'),
    /^BAG_INVALID manifest-outside/,
  ],
  ['names a file above', replaced('manifest-sha256.txt', 'data/a.txt', '../evil'), /^ZIP_UNSAFE traversal/],
  [
    'names an absolute file',
    replaced('manifest-sha256.txt', 'data/a.txt', '/etc/passwd'),
    /^ZIP_UNSAFE absolute/,
  ],
  ['would fetch', changed((files) => files.set('fetch.txt', 'http://x/ 1 data/c\n')), /^BAG_INVALID fetch/],
  ['wrong digest', changed((files) => files.set('data/a.txt', 'b')), /^BAG_HASH_MISMATCH/],
  ['algorithms disagree', replaced('manifest-sha512.txt', /^./, '0'), /^BAG_HASH_MISMATCH/],
  ['a file is missing', changed((files) => files.delete('data/a.txt')), /^BAG_FILE_MISSING/],
  ['a file is too many', changed((files) => files.set('data/c.txt', 'c')), /^BAG_FILE_EXTRA/],
  ['a file beside the bag', withEntry({ name: 'evil.txt' }), /^BAG_FILE_EXTRA/],
  ['no declaration', changed((files) => files.delete('bagit.txt')), /^BAG_INVALID declaration/],
  [
    'declaration with a mark',
    changed((files) => files.set('bagit.txt', `\uFEFF${String(files.get('bagit.txt'))}`)),
    /^BAG_INVALID declaration/,
  ],
  ['unknown version', replaced('bagit.txt', '1.0', '9.9'), /^BAG_INVALID declaration/],
  ['another encoding', replaced('bagit.txt', 'UTF-8', 'UTF-16'), /^BAG_INVALID encoding/],
  [
    'manifest in another encoding',
    changed((files) => files.set('manifest-sha256.txt', Buffer.from([0xff, 0xfe, 0x0a]))),
    /^BAG_INVALID encoding/,
  ],
  [
    'line without a digest',
    changed((files) => files.set('manifest-sha256.txt', 'hello\n')),
    /^BAG_INVALID manifest-line/,
  ],
  [
    'a line of a megabyte',
    changed((files) => files.set('manifest-sha256.txt', 'a'.repeat(1_000_000))),
    /^BAG_INVALID manifest-line/,
  ],
  [
    'a line twice',
    changed((files) => files.set('manifest-sha256.txt', String(files.get('manifest-sha256.txt')).repeat(2))),
    /^BAG_INVALID manifest-duplicate/,
  ],
  ['unknown algorithm', changed((files) => files.set('manifest-md4.txt', '')), /^BAG_INVALID algorithm/],
  [
    'no manifest',
    changed((files) => void (files.delete('manifest-sha256.txt'), files.delete('manifest-sha512.txt'))),
    /^BAG_INVALID no-manifest/,
  ],
  [
    'wrong sum',
    changed((files) => files.set('bag-info.txt', 'Payload-Oxum: 1.1\n')),
    /^BAG_INVALID payload-sum/,
  ],
  ['a line of no label', changed((files) => files.set('bag-info.txt', ': x\n')), /^BAG_INVALID info-line/],
  [
    'no tag manifest',
    changed((files) => files.delete('tagmanifest-sha256.txt'), { sealed: false }),
    /^BAG_FILE_MISSING/,
  ],
  [
    'no ledger',
    async () => {
      const files = await goodFiles();
      files.delete('data/ledger.json');
      for (const name of ['manifest-sha256.txt', 'manifest-sha512.txt'])
        files.set(name, String(files.get(name)).replace(/.*ledger.json\n/, ''));
      return zipOf(await seal(files));
    },
    /^BAG_FILE_MISSING/,
  ],
  [
    'ledger of a later version',
    async () => zipOf(await goodFiles({ 'data/ledger.json': ledgerJson({ version: '2.0' }) })),
    /^PACKAGE_NEWER_FORMAT/,
  ],
  [
    'ledger that is no JSON',
    async () => zipOf(await goodFiles({ 'data/ledger.json': '{' })),
    /^PACKAGE_SCHEMA_INVALID not-json/,
  ],
  [
    'ledger of another shape',
    async () => zipOf(await goodFiles({ 'data/ledger.json': ledgerJson({ period: 'x' }) })),
    /^PACKAGE_SCHEMA_INVALID/,
  ],
  [
    'ledger that reaches for prototypes',
    async () =>
      zipOf(await goodFiles({ 'data/ledger.json': ledgerJson({ organizations: { __proto__: [] } }) })),
    /^PACKAGE_SCHEMA_INVALID/,
  ],
];

const signed = (sign: (manifest: Buffer) => Promise<string>) => async (): Promise<Buffer> => {
  const files = await goodFiles();
  files.set(
    'tagmanifest-sha256.txt.minisig',
    await sign(Buffer.from(String(files.get('tagmanifest-sha256.txt')))),
  );
  return zipOf(files);
};
const own = (manifest: Buffer): Promise<string> => signContent(officeSigningKey, manifest, 'period:2026H1');

/** Family 4: signatures. */
const signatures: readonly HostileCase[] = [
  [
    'none',
    changed((files) => files.delete('tagmanifest-sha256.txt.minisig'), { sealed: false }),
    /^PACKAGE_UNSIGNED/,
  ],
  ['garbage', signed(async () => 'hello'), /^PACKAGE_BAD_SIGNATURE/],
  [
    'by another key',
    signed((manifest) => signContent(generateSigningKey(systemRandom), manifest, 'x')),
    /^PACKAGE_UNKNOWN_SIGNER/,
  ],
  [
    'by another key that takes our number',
    signed((manifest) =>
      signContent({ ...generateSigningKey(systemRandom), keyId: officeSigningKey.keyId }, manifest, 'x'),
    ),
    /^PACKAGE_BAD_SIGNATURE/,
  ],
  ['of another file', signed(() => own(Buffer.from('other'))), /^PACKAGE_BAD_SIGNATURE/],
  [
    'with another comment',
    signed(async (manifest) => (await own(manifest)).replace('period:2026H1', 'period:2026H2')),
    /^PACKAGE_BAD_SIGNATURE/,
  ],
  [
    'that says it was not hashed first',
    signed(async (manifest) => {
      const lines = (await own(manifest)).split('\n');
      const bytes = Buffer.from(lines[1] ?? '', 'base64');
      bytes.write('Ed', 0, 'latin1');
      return [lines[0], bytes.toString('base64'), ...lines.slice(2)].join('\n');
    }),
    /^PACKAGE_BAD_SIGNATURE/,
  ],
  [
    'content changed after signing',
    changed((files) => files.set('bag-info.txt', 'x: y\n'), { sealed: false }),
    /^BAG_HASH_MISMATCH/,
  ],
  [
    'list changed after signing',
    changed((files) => files.set('tagmanifest-sha256.txt', ''), { sealed: false }),
    /^PACKAGE_BAD_SIGNATURE/,
  ],
];

/** Families 1, 2 and 4 of SAFETY.md. */
export const hostileCases: readonly HostileCase[] = [...zips, ...bags, ...signatures];

const stanza = '-> X25519 AAAA\nAAAA\n';
/** Family 3: what is wrapped around. */
export const foreignHeaders: readonly (readonly [string, Uint8Array | string, string])[] = [
  ['nothing', '', 'PACKAGE_NOT_AGE'],
  ['armour', '-----BEGIN AGE ENCRYPTED FILE-----\nhello\n', 'PACKAGE_NOT_AGE'],
  ['a later version', 'age-encryption.org/v2\n', 'PACKAGE_NOT_AGE'],
  ['a header without a line break', `age-encryption.org/v1\n${'x'.repeat(200_000)}`, 'PACKAGE_NOT_AGE'],
  ['100,000 stanzas', `age-encryption.org/v1\n${stanza.repeat(100_000)}--- AAAA\n`, 'PACKAGE_NOT_AGE'],
  [
    'a passphrase of 2^30 rounds',
    `age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(32)}`,
    'PACKAGE_WRONG_KEY',
  ],
];
