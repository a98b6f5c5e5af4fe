import { crc32, deflateRawSync } from 'node:zlib';
import { Packer, type Document } from 'docx';
import type { IsoInstant } from '../../shared/domain/dates.ts';
import type { WordPart } from './word-parts.ts';

interface PackedPart {
  readonly source: string | Uint8Array;
  readonly bytes: Uint8Array;
  readonly byteLength: number;
  readonly crc: number;
  readonly deflated: boolean;
}

interface DocxCompiler {
  compile(
    document: Document,
    prettify: undefined,
    overrides: readonly WordPart[],
  ): ReadonlyMap<string, string | Uint8Array>;
}

// Packer keeps its compiler to itself and always zips in JavaScript, three quarters of the time of a certificate.
const compilerOf = (): DocxCompiler => {
  const compiler: unknown = Reflect.get(Packer, 'compiler');
  if (typeof compiler === 'object' && compiler !== null && 'compile' in compiler)
    return compiler as DocxCompiler;
  throw new Error('this version of docx keeps its compiler elsewhere');
};

const pack = (source: string | Uint8Array): PackedPart => {
  const raw = typeof source === 'string' ? Buffer.from(source, 'utf8') : source;
  const deflated = typeof source === 'string';
  return {
    source,
    bytes: deflated ? deflateRawSync(raw, { level: 6 }) : raw,
    byteLength: raw.byteLength,
    crc: crc32(raw),
    deflated,
  };
};

/** MS-DOS date and time of a zip entry, from UTC so that every machine writes the same. */
const dosTime = (instant: IsoInstant): { readonly date: number; readonly time: number } => {
  const at = new Date(instant);
  return {
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
};

const localHeaderLength = 30;
const centralHeaderLength = 46;

/** Fields that local and central header share, from the version that is needed to the length of the name. */
const writeShared = (
  header: Buffer,
  at: number,
  part: PackedPart,
  name: Buffer,
  madeAt: IsoInstant,
): void => {
  const { date, time } = dosTime(madeAt);
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0, at + 2);
  header.writeUInt16LE(part.deflated ? 8 : 0, at + 4);
  header.writeUInt16LE(time, at + 6);
  header.writeUInt16LE(date, at + 8);
  header.writeUInt32LE(part.crc, at + 10);
  header.writeUInt32LE(part.bytes.byteLength, at + 14);
  header.writeUInt32LE(part.byteLength, at + 18);
  header.writeUInt16LE(name.byteLength, at + 22);
};

const zip = (parts: ReadonlyMap<string, PackedPart>, madeAt: IsoInstant): Buffer => {
  const chunks: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path, 'latin1');
    const local = Buffer.alloc(localHeaderLength);
    local.writeUInt32LE(0x04034b50, 0);
    writeShared(local, 4, part, name, madeAt);
    const central = Buffer.alloc(centralHeaderLength);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    writeShared(central, 6, part, name, madeAt);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    chunks.push(local, name, part.bytes);
    offset += localHeaderLength + name.byteLength + part.bytes.byteLength;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, entry) => sum + entry.byteLength, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
};

/**
 * Packs Word files of one kind. Parts that are the same in file after file (styles, theme, line art) are deflated
 * once; the zip itself is written here because no zip library takes data that is deflated already.
 */
export class WordPackager {
  readonly #compiler = compilerOf();
  readonly #known = new Map<string, PackedPart>();

  /** @param pictures whole pictures by the stubs that stand for them in the document */
  pack(
    document: Document,
    overrides: readonly WordPart[],
    pictures: ReadonlyMap<Uint8Array, Uint8Array>,
    madeAt: IsoInstant,
  ): Buffer {
    const parts = new Map<string, PackedPart>();
    const sources = [...this.#compiler.compile(document, undefined, overrides)];
    // Readers that look only at the beginning know the file by its content types.
    sources.sort(([a], [b]) => Number(b === contentTypes) - Number(a === contentTypes));
    for (const [path, source] of sources) {
      const whole = typeof source === 'string' ? source : (pictures.get(source) ?? source);
      parts.set(path, this.#packOnce(path, whole));
    }
    return zip(parts, madeAt);
  }

  #packOnce(path: string, source: string | Uint8Array): PackedPart {
    const known = this.#known.get(path);
    if (known?.source === source) return known;
    const packed = pack(source);
    this.#known.set(path, packed);
    return packed;
  }
}

const contentTypes = '[Content_Types].xml';
