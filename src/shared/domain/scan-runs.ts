import type { PaperIdentity } from './paper-code.ts';

/** What the codes on a page of a scan say. */
export type PageReading =
  | { readonly kind: 'paper'; readonly paper: PaperIdentity }
  /** No code of ours: nothing on the page, or another office's. */
  | { readonly kind: 'none' | 'foreign' }
  /** Codes of several papers on one page, e.g. a photo of two forms: nobody but a person can tell which is meant. */
  | { readonly kind: 'several' }
  /** Nothing is written on it: the back of the sheet before it. */
  | { readonly kind: 'blank' };

/** Pages of a scan that belong together, from 1, both included. */
export interface ScanRun {
  readonly from: number;
  readonly to: number;
  /** The paper they are; null where a clerk must say it. */
  readonly paper: PaperIdentity | null;
  readonly why: 'code' | 'none' | 'foreign' | 'several';
}

const isSamePaper = (one: PaperIdentity | null, other: PaperIdentity | null): boolean =>
  one?.kind === other?.kind && one?.subjectId === other?.subjectId;

const startOf = (reading: PageReading, at: number): ScanRun => ({
  from: at,
  to: at,
  paper: reading.kind === 'paper' ? reading.paper : null,
  why: reading.kind === 'paper' ? 'code' : reading.kind === 'blank' ? 'none' : reading.kind,
});

const goesOn = (run: ScanRun, reading: PageReading): boolean => {
  if (reading.kind === 'blank') return true;
  if (reading.kind === 'paper') return run.why === 'code' && isSamePaper(run.paper, reading.paper);
  return run.why === reading.kind;
};

/**
 * Parts a scan by its codes. Every page that we print bears its code, so a written page without one is not taken for
 * the next page of the paper before it: it may be another paper whose code did not read, and would be filed in a
 * stranger's dossier. It waits as a part of its own. Blank backs go with the sheet before them.
 */
export const scanRuns = (pages: readonly PageReading[]): readonly ScanRun[] => {
  const runs: ScanRun[] = [];
  pages.forEach((reading, index) => {
    const last = runs.at(-1);
    if (last !== undefined && goesOn(last, reading)) runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push(startOf(reading, index + 1));
  });
  const [first, second] = runs;
  // A blank sheet on top of the pile is the lid of what follows.
  if (
    first !== undefined &&
    second !== undefined &&
    pages.slice(0, first.to).every(({ kind }) => kind === 'blank')
  ) {
    return [{ ...second, from: 1 }, ...runs.slice(2)];
  }
  return runs;
};
