import { encode } from 'uqr';

/*
 * Codes of one version and level differ only in their codewords: where those stand is worked out once, from a code that
 * `uqr` made, and then filled. This makes a code in a twelfth of the time, which was half the time of a certificate.
 */

export type QrLevel = 'M' | 'Q';

/** Versions up to here are filled; no paper carries more than some three hundred bytes. */
const lastVersion = 15;

/** Error correction codewords of each block, and blocks, by version from 1 (ISO/IEC 18004, table 9). */
const structures: Readonly<Record<QrLevel, { readonly correction: number[]; readonly blocks: number[] }>> = {
  M: {
    correction: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10],
  },
  Q: {
    correction: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30],
    blocks: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12],
  },
};

/** Any mask reads equally well; naming one spares the search for the prettiest. Number 2 turns every third column. */
const maskPattern = 2;

// Powers of two in the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1, twice over to spare a modulo.
const powers = new Uint8Array(510);
const logarithms = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  powers[exponent] = value;
  powers[exponent + 255] = value;
  logarithms[value] = exponent;
  value = value > 127 ? (value << 1) ^ 0x11d : value << 1;
}

/** Logarithms of the coefficients of the generator polynomial, without the first. */
const generator = (degree: number): Uint8Array => {
  const coefficients = new Uint8Array(degree);
  coefficients[degree - 1] = 1;
  for (let root = 0; root < degree; root += 1) {
    for (let at = 0; at < degree; at += 1) {
      const value = coefficients[at]!;
      coefficients[at] = (value === 0 ? 0 : powers[logarithms[value]! + root]!) ^ (coefficients[at + 1] ?? 0);
    }
  }
  return coefficients.map((value) => logarithms[value]!);
};

const remainder = (data: Uint8Array, divisor: Uint8Array): Uint8Array => {
  const rest = new Uint8Array(divisor.length);
  for (const byte of data) {
    const factor = byte ^ rest[0]!;
    rest.copyWithin(0, 1);
    rest[rest.length - 1] = 0;
    if (factor === 0) continue;
    const power = logarithms[factor]!;
    for (let at = 0; at < divisor.length; at += 1) rest[at]! ^= powers[divisor[at]! + power]!;
  }
  return rest;
};

/** Modules of a code without its quiet zone, row by row: 1 is dark. */
export interface QrMatrix {
  readonly size: number;
  readonly modules: Uint8Array;
}

interface QrMould {
  readonly matrix: QrMatrix;
  /** Index of the module of each bit of the codewords, in their order. */
  readonly places: Uint16Array;
  readonly blocks: number;
  readonly divisor: Uint8Array;
  readonly dataCodewords: number;
  readonly countBits: number;
}

const flatten = ({ size, data }: { size: number; data: boolean[][] }): QrMatrix => ({
  size,
  modules: Uint8Array.from(data.flat(), Number),
});

/** Column pairs from the right, upwards and downwards in turn, skipping the timing column (ISO/IEC 18004, 7.7.3). */
const placesOf = (types: readonly (readonly number[])[], size: number): number[] => {
  const places: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (types[y]?.[x] === 0) places.push(y * size + x);
    }
  }
  return places;
};

const mouldOf = (byteLength: number, level: QrLevel): QrMould | null => {
  const code = encode('a'.repeat(byteLength), { ecc: level, border: 0, maskPattern });
  const correction = structures[level].correction[code.version - 1];
  const blocks = structures[level].blocks[code.version - 1];
  if (code.version > lastVersion || correction === undefined || blocks === undefined) return null;
  const places = placesOf(code.types, code.size);
  return {
    matrix: flatten(code),
    places: Uint16Array.from(places.slice(0, places.length & ~7)),
    blocks,
    divisor: generator(correction),
    dataCodewords: (places.length >> 3) - correction * blocks,
    countBits: code.version < 10 ? 8 : 16,
  };
};

/** Mode, count, bytes, end mark and padding (ISO/IEC 18004, 7.4). */
const dataOf = (bytes: Uint8Array, { dataCodewords, countBits }: QrMould): Uint8Array => {
  const data = new Uint8Array(dataCodewords);
  const head = countBits === 8 ? [bytes.length] : [bytes.length >> 8, bytes.length & 255];
  let carried = 4; // byte mode
  let at = 0;
  for (const byte of [...head, ...bytes]) {
    data[at++] = ((carried << 4) | (byte >> 4)) & 255;
    carried = byte & 15;
  }
  data[at++] = carried << 4;
  for (let pad = 0xec; at < dataCodewords; pad ^= 0xec ^ 0x11) data[at++] = pad;
  return data;
};

/** Codewords of the blocks in turn: all first ones, all second ones, … then their corrections (7.6). */
const interleave = (data: Uint8Array, { blocks, divisor, dataCodewords }: QrMould): Uint8Array => {
  const short = Math.floor(dataCodewords / blocks);
  const shortBlocks = blocks - (dataCodewords % blocks);
  const all = new Uint8Array(dataCodewords + blocks * divisor.length);
  for (let block = 0, from = 0; block < blocks; block += 1) {
    const own = data.subarray(from, from + short + (block < shortBlocks ? 0 : 1));
    from += own.length;
    for (let at = 0; at < short; at += 1) all[at * blocks + block] = own[at]!;
    if (own.length > short) all[short * blocks + block - shortBlocks] = own[short]!;
    const rest = remainder(own, divisor);
    for (let at = 0; at < rest.length; at += 1) all[dataCodewords + at * blocks + block] = rest[at]!;
  }
  return all;
};

const fill = (mould: QrMould, codewords: Uint8Array): QrMatrix => {
  const { matrix, places } = mould;
  const modules = matrix.modules.slice();
  for (let bit = 0; bit < places.length; bit += 1) {
    const place = places[bit]!;
    const turned = (place % matrix.size) % 3 === 0 ? 1 : 0;
    modules[place] = ((codewords[bit >> 3]! >> (7 - (bit & 7))) & 1) ^ turned;
  }
  return { size: matrix.size, modules };
};

const moulds = new Map<string, QrMould | null>();
// What `uqr` writes in fewer bits than bytes.
const compact = /^[A-Z0-9 $%*+./:-]*$/;

/** The modules of a text, the same as `uqr` makes them with mask 2. Broken surrogates must be gone. */
export const qrMatrix = (text: string, level: QrLevel): QrMatrix => {
  const bytes = Buffer.from(text);
  const key = `${level}${bytes.length}`;
  let mould = moulds.get(key);
  if (mould === undefined) {
    mould = mouldOf(bytes.length, level);
    moulds.set(key, mould);
  }
  return mould === null || compact.test(text)
    ? flatten(encode(text, { ecc: level, border: 0, maskPattern }))
    : fill(mould, interleave(dataOf(bytes, mould), mould));
};
