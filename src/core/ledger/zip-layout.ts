import { crc32, deflateRawSync } from 'node:zlib';
import type { SealedPayload } from '../crypto/sealed-payload.ts';

/** A file kept encrypted in the archive, known by what was computed when it was taken in. */
export interface KeptFile {
  readonly byteLength: number;
  readonly crc32: number;
  readonly path: string;
  readonly payload: SealedPayload;
}

/** What goes into a zip, in order: small texts whole, to be deflated; kept files stored as they are. */
export type ZipSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly kept: KeptFile };

/** A stretch of the zip: bytes at hand, or the whole of a kept file. */
export type ZipPart = Uint8Array | KeptFile;

export interface ZipLayout {
  readonly parts: readonly ZipPart[];
  readonly byteLength: number;
}

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** 1 January 1980, the zero of zip dates: the same content gives the same bytes whenever it is packed. */
const dosDate = 0x0021;
const utf8Names = 0x0800;
const zip32Max = 0xffff_ffff;
/** Unix names and modes: other unzip programs would read the names as a DOS code page. */
const madeOnUnix = 3 << 8;
const regularFile = (0o100644 << 16) >>> 0;
const version = { plain: 20, zip64: 45 } as const;

/** APPNOTE 4.5.3: only the values that do not fit into 32 bits, in this order. */
const zip64Extra = (values: readonly number[]): Buffer => {
  const wide = values.filter((value) => value >= zip32Max);
  if (wide.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + wide.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(wide.length * 8, 2);
  wide.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return extra;
};

const narrow = (value: number): number => Math.min(value, zip32Max);
const neededVersion = (extra: Buffer): number => (extra.length > 0 ? version.zip64 : version.plain);

const localHeader = (entry: Entry): Buffer => {
  const extra = zip64Extra([entry.unpacked, entry.packed]);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(neededVersion(extra), 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(narrow(entry.packed), 18);
  header.writeUInt32LE(narrow(entry.unpacked), 22);
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
};

const centralHeader = (entry: Entry): Buffer => {
  const extra = zip64Extra([entry.unpacked, entry.packed, entry.offset]);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(neededVersion(extra) | madeOnUnix, 4);
  header.writeUInt16LE(neededVersion(extra), 6);
  header.writeUInt16LE(utf8Names, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(narrow(entry.packed), 20);
  header.writeUInt32LE(narrow(entry.unpacked), 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(regularFile, 38);
  header.writeUInt32LE(narrow(entry.offset), 42);
  return Buffer.concat([header, entry.name, extra]);
};

const endRecords = (entries: number, directoryOffset: number, directoryBytes: number): Buffer => {
  const zip64 = entries >= 0xffff || directoryOffset >= zip32Max || directoryBytes >= zip32Max;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries, 0xffff), 10);
  end.writeUInt32LE(narrow(directoryBytes), 12);
  end.writeUInt32LE(narrow(directoryOffset), 16);
  if (!zip64) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(version.zip64 | madeOnUnix, 12);
  end64.writeUInt16LE(version.zip64, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(directoryBytes), 40);
  end64.writeBigUInt64LE(BigInt(directoryOffset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryOffset + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
};

interface Packed {
  readonly method: 0 | 8;
  readonly crc: number;
  readonly unpacked: number;
  readonly packed: number;
  readonly content: ZipPart;
}

const pack = (source: ZipSource): Packed => {
  if ('kept' in source) {
    const { byteLength } = source.kept;
    return {
      method: 0,
      crc: source.kept.crc32,
      unpacked: byteLength,
      packed: byteLength,
      content: source.kept,
    };
  }
  const deflated = deflateRawSync(source.bytes);
  const isStored = deflated.length >= source.bytes.length;
  const content = isStored ? source.bytes : deflated;
  const sizes = { unpacked: source.bytes.length, packed: content.length };
  return { method: isStored ? 0 : 8, crc: crc32(source.bytes), ...sizes, content };
};

/**
 * Lays out a zip (APPNOTE 6.3.9; UTF-8 names, zip64 where needed) without reading what is kept: every size and checksum
 * is known, so that threads can fill in any stretch of it. Our own, because the libraries can do neither that nor end
 * on a given boundary.
 *
 * The archive comment fills the zip up to a whole multiple of `endOn` bytes: an encrypted package then ends on a whole
 * chunk, which tells a cut from a changed byte and hides the exact size.
 *
 * @param endOn at most 65,536
 */
export const layZip = (sources: readonly ZipSource[], endOn: number): ZipLayout => {
  const parts: ZipPart[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const source of sources) {
    const { content, ...sizes } = pack(source);
    const entry: Entry = { name: Buffer.from(source.name.normalize('NFC')), offset, ...sizes };
    const header = localHeader(entry);
    parts.push(header, content);
    entries.push(entry);
    offset += header.length + sizes.packed;
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  const end = endRecords(entries.length, offset, directory.length);
  const comment = Buffer.alloc((endOn - ((offset + directory.length + end.length) % endOn)) % endOn, ' ');
  end.writeUInt16LE(comment.length, end.length - 2);
  parts.push(directory, end, comment);
  return { parts, byteLength: offset + directory.length + end.length + comment.length };
};
