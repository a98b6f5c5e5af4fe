import { execFileSync } from 'node:child_process';
import { pngFile } from '../src/core/png.ts';

/** How many shades of a channel are told apart when colours are counted. */
const steps = 8;

const bucketOf = (r: number, g: number, b: number): number =>
  (((r * steps) >> 8) * steps + ((g * steps) >> 8)) * steps + ((b * steps) >> 8);

/** The page in its sixteen most frequent colours: line art and type need no more, and are a third as large. */
export const palettePage = (pdf: string, page: number, dpi: number): Buffer => {
  const which = String(page);
  const picture = execFileSync(
    'pdftoppm',
    ['-r', String(dpi), '-f', which, '-l', which, '-singlefile', pdf],
    {
      maxBuffer: 2 ** 27,
    },
  );
  const [head = '', columns = '', rows = ''] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  const counted = new Map<number, { count: number; sum: [number, number, number] }>();
  for (let at = head.length; at < picture.length; at += 3) {
    const [r, g, b] = [picture[at]!, picture[at + 1]!, picture[at + 2]!];
    const found = counted.get(bucketOf(r, g, b)) ?? { count: 0, sum: [0, 0, 0] };
    counted.set(bucketOf(r, g, b), found);
    found.count += 1;
    found.sum = [found.sum[0] + r, found.sum[1] + g, found.sum[2] + b];
  }
  const colours = [...counted.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 16)
    .map(({ count, sum }) => sum.map((each) => Math.round(each / count)));
  const nearest = new Map<number, number>();
  const indexOf = (r: number, g: number, b: number): number => {
    const bucket = bucketOf(r, g, b);
    const known = nearest.get(bucket);
    if (known !== undefined) return known;
    const distances = colours.map(
      ([cr = 0, cg = 0, cb = 0]) => (r - cr) ** 2 + (g - cg) ** 2 + (b - cb) ** 2,
    );
    const index = distances.indexOf(Math.min(...distances));
    nearest.set(bucket, index);
    return index;
  };
  const rowBytes = 1 + Math.ceil(width / 2);
  const lines = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = head.length + (y * width + x) * 3;
      const index = indexOf(picture[at]!, picture[at + 1]!, picture[at + 2]!);
      const byte = y * rowBytes + 1 + (x >> 1);
      lines[byte] = lines[byte]! | (x % 2 === 0 ? index << 4 : index);
    }
  }
  return pngFile({
    width,
    height,
    bitDepth: 4,
    colour: 'palette',
    palette: new Uint8Array(colours.flat()),
    lines,
    level: 9,
  });
};
