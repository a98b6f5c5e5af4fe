import { crc32, deflateRawSync } from 'node:zlib';

/** What goes into a zip, in order. Small texts whole and deflated, scans as streams of a known length and stored. */
export type ZipSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly byteLength: number; readonly stream: () => AsyncIterable<Uint8Array> };

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly streamed: boolean;
}

/** 1 January 1980, the zero of zip dates: the same content gives the same bytes whenever it is packed. */
const dosDate = 0x0021;
const utf8Names = 0x0800;
const sizesFollow = 0x0008;
const zip32Max = 0xffff_ffff;
/** Unix names and modes: other unzip programs would read the names as a DOS code page. */
const madeOnUnix = 3 << 8;
const regularFile = (0o100644 << 16) >>> 0;
const version = { plain: 20, zip64: 45 } as const;

const localHeader = (entry: Written): Buffer => {
  const zip64 = entry.streamed && entry.unpacked >= zip32Max;
  const extra = zip64 ? Buffer.alloc(20) : Buffer.alloc(0);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
  }
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(zip64 ? version.zip64 : version.plain, 4);
  header.writeUInt16LE(utf8Names | (entry.streamed ? sizesFollow : 0), 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(dosDate, 12);
  if (!entry.streamed) {
    header.writeUInt32LE(entry.crc, 14);
    header.writeUInt32LE(entry.packed, 18);
    header.writeUInt32LE(entry.unpacked, 22);
  } else if (zip64) {
    header.writeUInt32LE(zip32Max, 18);
    header.writeUInt32LE(zip32Max, 22);
  }
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
};

const dataDescriptor = (crc: number, length: number): Buffer => {
  const zip64 = length >= zip32Max;
  const descriptor = Buffer.alloc(zip64 ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  if (zip64) {
    descriptor.writeBigUInt64LE(BigInt(length), 8);
    descriptor.writeBigUInt64LE(BigInt(length), 16);
  } else {
    descriptor.writeUInt32LE(length, 8);
    descriptor.writeUInt32LE(length, 12);
  }
  return descriptor;
};

const centralHeader = (entry: Written): Buffer => {
  const wide = [entry.unpacked, entry.packed, entry.offset].map((value) => value >= zip32Max);
  const values = [entry.unpacked, entry.packed, entry.offset].filter((_, index) => wide[index]);
  const extra = Buffer.alloc(values.length === 0 ? 0 : 4 + values.length * 8);
  if (values.length > 0) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(values.length * 8, 2);
    values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  }
  const neededVersion = values.length > 0 ? version.zip64 : version.plain;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(neededVersion | madeOnUnix, 4);
  header.writeUInt16LE(neededVersion, 6);
  header.writeUInt16LE(utf8Names | (entry.streamed ? sizesFollow : 0), 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(wide[1] ? zip32Max : entry.packed, 20);
  header.writeUInt32LE(wide[0] ? zip32Max : entry.unpacked, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(regularFile, 38);
  header.writeUInt32LE(wide[2] ? zip32Max : entry.offset, 42);
  return Buffer.concat([header, entry.name, extra]);
};

const endRecords = (entries: number, directoryOffset: number, directoryBytes: number): Buffer => {
  const zip64 = entries >= 0xffff || directoryOffset >= zip32Max || directoryBytes >= zip32Max;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10);
  end.writeUInt32LE(zip64 ? zip32Max : directoryBytes, 12);
  end.writeUInt32LE(zip64 ? zip32Max : directoryOffset, 16);
  if (!zip64) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(version.zip64, 12);
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

/**
 * Writes a zip as a stream (APPNOTE 6.3.9; UTF-8 names, zip64 where needed). Our own, because the libraries compute
 * CRC-32 in JavaScript, which is slower than the encryption that follows, and cannot end on a given boundary.
 *
 * The archive comment fills the file up to a whole multiple of `endOn` bytes: an encrypted package then ends on a whole
 * chunk, which tells a cut from a changed byte and hides the exact size.
 *
 * @param endOn at most 65,536
 */
export async function* writeZip(
  sources: AsyncIterable<ZipSource>,
  endOn: number,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const source of sources) {
    const name = Buffer.from(source.name.normalize('NFC'));
    if ('bytes' in source) {
      const deflated = deflateRawSync(source.bytes);
      const stored = deflated.length >= source.bytes.length;
      const data = stored ? source.bytes : deflated;
      const entry: Written = {
        name,
        offset,
        method: stored ? 0 : 8,
        crc: crc32(source.bytes),
        packed: data.length,
        unpacked: source.bytes.length,
        streamed: false,
      };
      const header = localHeader(entry);
      yield header;
      yield data;
      written.push(entry);
      offset += header.length + data.length;
      continue;
    }
    const length = source.byteLength;
    const header = localHeader({
      name,
      offset,
      method: 0,
      crc: 0,
      packed: length,
      unpacked: length,
      streamed: true,
    });
    yield header;
    let crc = 0;
    let seen = 0;
    for await (const piece of source.stream()) {
      crc = crc32(piece, crc);
      seen += piece.length;
      yield piece;
    }
    if (seen !== length) throw new Error(`${source.name} has ${seen} bytes instead of ${length}`);
    const descriptor = dataDescriptor(crc, length);
    yield descriptor;
    written.push({ name, offset, method: 0, crc, packed: length, unpacked: length, streamed: true });
    offset += header.length + length + descriptor.length;
  }
  const directory = Buffer.concat(written.map(centralHeader));
  const end = endRecords(written.length, offset, directory.length);
  const commentBytes = (endOn - ((offset + directory.length + end.length) % endOn)) % endOn;
  end.writeUInt16LE(commentBytes, end.length - 2);
  yield directory;
  yield end;
  yield Buffer.alloc(commentBytes, ' ');
}
