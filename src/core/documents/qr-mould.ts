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
  readonly version: number;
}

/** Digits take three and a third bits each, anything else the eight of its bytes (ISO/IEC 18004, 7.4). */
type QrMode = 'digits' | 'bytes';

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

const mouldOf = (length: number, mode: QrMode, level: QrLevel): QrMould | null => {
  const filling = mode === 'digits' ? '0' : 'a';
  const code = encode(filling.repeat(length), { ecc: level, border: 0, maskPattern });
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
    version: code.version,
  };
};

/** End mark and padding after what was written so far. */
const padded = (data: Uint8Array, from: number): Uint8Array => {
  for (let at = from, pad = 0xec; at < data.length; at += 1, pad ^= 0xec ^ 0x11) data[at] = pad;
  return data;
};

/** Mode, count, bytes, end mark and padding (ISO/IEC 18004, 7.4). */
const dataOfBytes = (bytes: Uint8Array, { dataCodewords, version }: QrMould): Uint8Array => {
  const data = new Uint8Array(dataCodewords);
  const head = version < 10 ? [bytes.length] : [bytes.length >> 8, bytes.length & 255];
  let carried = 4; // byte mode
  let at = 0;
  for (const byte of [...head, ...bytes]) {
    data[at++] = ((carried << 4) | (byte >> 4)) & 255;
    carried = byte & 15;
  }
  data[at++] = carried << 4;
  return padded(data, at);
};

/** The same for digits: three in ten bits, two in seven, one in four. */
const dataOfDigits = (digits: string, { dataCodewords, version }: QrMould): Uint8Array => {
  const data = new Uint8Array(dataCodewords);
  let carried = 0;
  let bits = 0;
  let at = 0;
  const put = (value: number, width: number): void => {
    carried = (carried << width) | value;
    for (bits += width; bits >= 8; bits -= 8) data[at++] = (carried >> (bits - 8)) & 255;
    carried &= 255;
  };
  put(1, 4); // numeric mode
  put(digits.length, version < 10 ? 10 : 12);
  for (let from = 0; from < digits.length; from += 3) {
    const group = digits.slice(from, from + 3);
    put(Number(group), group.length * 3 + 1);
  }
  put(0, Math.min(4, (dataCodewords - at) * 8 - bits));
  if (bits > 0) put(0, 8 - bits);
  return padded(data, at);
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
const onlyDigits = /^\d+$/;
// What `uqr` writes in fewer bits than bytes, without being digits alone.
const compact = /^[A-Z0-9 $%*+./:-]*$/;

/** The modules of a text, the same as `uqr` makes them with mask 2. Broken surrogates must be gone. */
export const qrMatrix = (text: string, level: QrLevel): QrMatrix => {
  const mode: QrMode = onlyDigits.test(text) ? 'digits' : 'bytes';
  const bytes = Buffer.from(text);
  const key = `${level}${mode}${bytes.length}`;
  let mould = moulds.get(key);
  if (mould === undefined) {
    mould = mouldOf(bytes.length, mode, level);
    moulds.set(key, mould);
  }
  if (mould === null || (mode === 'bytes' && compact.test(text)))
    return flatten(encode(text, { ecc: level, border: 0, maskPattern }));
  const data = mode === 'digits' ? dataOfDigits(text, mould) : dataOfBytes(bytes, mould);
  return fill(mould, interleave(data, mould));
};
