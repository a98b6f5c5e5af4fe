/**
 * `npm run bench -- scans`, or `node scripts/bench-scans.ts [SEED [COUNT]]`: of 200 scans as offices make them (crooked to ten degrees, blurred, noisy,
 * dark, from aside, squeezed by JPEG, several pages in a PDF), how many name themselves, against the required 98 %;
 * and 60 that must not be taken for ours. One that is taken for another paper is told loudly.
 */
import type { GrayImage } from '../src/core/scans/gray-image.ts';
import { readScan } from '../src/core/scans/read-scan.ts';
import type { PaperIdentity } from '../src/shared/domain/paper-code.ts';
import { oneOf, seeded, type Chance } from './scans/chance.ts';
import { drawForm, wear } from './scans/draw-form.ts';
import { makeScan, someDevice, type Device } from './scans/make-scan.ts';
import { encodePng } from './scans/encode-scan.ts';
import { printForms, type PrintedSheet } from './scans/printed-forms.ts';
import { decoys, ownCodes, paperCode, somePaper } from './scans/sample-codes.ts';

const [seed = 1, count = 200] = process.argv.slice(2).map(Number);
const required = 0.98;

interface Sheet {
  readonly image: GrayImage;
  readonly paper: PaperIdentity;
}

/** Sheets are forms that the application has printed, where there is something to print with. */
const printed = await printForms(4);

const makeSheet = (chance: Chance): Sheet => {
  if (printed !== null) {
    const { image, paper } = oneOf(chance, carrying);
    const sheet = image();
    wear(sheet, chance, undefined);
    return { image: sheet, paper };
  }
  const paper = somePaper(chance);
  const code = paperCode(chance, paper);
  const image = drawForm(chance, [code]);
  wear(image, chance, code);
  return { image, paper };
};

/** What pages named themselves, in words that can be compared. */
const namesOf = async (bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<readonly string[]> => {
  const { pages } = await readScan(bytes, mediaType);
  return pages.map(({ codes }) => {
    const ours = codes
      .flatMap((code) => [ownCodes.read(code), printed?.codes.read(code)])
      .flatMap((reading) => (reading?.kind === 'ours' ? [reading.paper] : []));
    return ours.length === 1 ? JSON.stringify(ours[0]) : `${ours.length} codes`;
  });
};

/** Sheets of which a perfect scan names the paper; the others carry no code, such as the back of a form. */
const carrying: PrintedSheet[] = [];
const checkSheets = async (): Promise<void> => {
  if (printed === null) return;
  const without = new Map<string, number>();
  for (const sheet of printed.sheets) {
    const names = await namesOf(encodePng(sheet.image()), 'image/png');
    if (names[0] === JSON.stringify(sheet.paper)) carrying.push(sheet);
    else
      without.set(
        `${sheet.paper.kind} by ${sheet.way}`,
        (without.get(`${sheet.paper.kind} by ${sheet.way}`) ?? 0) + 1,
      );
  }
  console.log(
    `${printed.forms} forms printed, ${printed.sheets.length} sheets, ${carrying.length} of them carry their code`,
  );
  for (const [what, sheets] of without) console.log(`  without a code: ${sheets} sheets of ${what}`);
};

interface Tally {
  made: number;
  named: number;
  wrong: number;
  slowestMs: number;
  totalMs: number;
}

const empty = (): Tally => ({ made: 0, named: 0, wrong: 0, slowestMs: 0, totalMs: 0 });

const measure = async (at: number, tallies: Map<Device, Tally>): Promise<void> => {
  const chance = seeded(seed * 100_000 + at);
  const device = someDevice(chance);
  const first = makeSheet(chance);
  const more = device === 'feeder' ? [makeSheet(chance), makeSheet(chance)] : [];
  const scan = await makeScan(device, [first.image, ...more.map(({ image }) => image)], chance);
  const expected = [first, ...more].map(({ paper }) => JSON.stringify(paper));
  const start = performance.now();
  const names = await namesOf(scan.bytes, scan.mediaType);
  const spent = performance.now() - start;
  const tally = tallies.get(device) ?? empty();
  tallies.set(device, tally);
  tally.made += 1;
  tally.totalMs += spent;
  tally.slowestMs = Math.max(tally.slowestMs, spent);
  if (names.join() === expected.join()) tally.named += 1;
  else console.log(`  not read: number ${at}, ${device}`);
  if (names.some((name, page) => name.startsWith('{') && name !== expected[page])) {
    tally.wrong += 1;
    console.log(`  WRONG: number ${at}, ${device}`);
  }
};

const measureDecoys = async (each: number): Promise<number> => {
  let taken = 0;
  for (const [name, codesOf] of Object.entries(decoys)) {
    for (let at = 0; at < each; at += 1) {
      const chance = seeded(seed * 100_000 + 50_000 + at);
      const sheet = drawForm(chance, codesOf(chance));
      const scan = await makeScan(at % 2 === 0 ? 'flatbed' : 'phone', [sheet], chance);
      const names = await namesOf(scan.bytes, scan.mediaType);
      if (!names.some((found) => found.startsWith('{'))) continue;
      taken += 1;
      console.log(`  WRONG: ${name} was taken for a paper of ours`);
    }
  }
  return taken;
};

if (printed === null) console.log('drawn forms only: nothing to print or draw with');
await checkSheets();
const tallies = new Map<Device, Tally>();
for (let at = 0; at < count; at += 1) await measure(at, tallies);
for (const [device, { made, named, totalMs, slowestMs }] of tallies) {
  console.log(
    `${device}: ${named} of ${made}, ${(totalMs / made).toFixed(0)} ms each, slowest ${slowestMs.toFixed(0)} ms`,
  );
}
const all = [...tallies.values()];
const named = all.reduce((sum, tally) => sum + tally.named, 0);
const wrong = all.reduce((sum, tally) => sum + tally.wrong, 0);
const share = named / count;
console.log(
  `named themselves: ${named} of ${count}, ${(share * 100).toFixed(1)} %, required ${required * 100} %, ratio ${(share / required).toFixed(3)}`,
);
const perDecoy = Math.ceil(count / 20);
const taken = await measureDecoys(perDecoy);
console.log(`wrong: ${wrong}; decoys taken: ${taken} of ${perDecoy * Object.keys(decoys).length}`);
await printed?.close();
