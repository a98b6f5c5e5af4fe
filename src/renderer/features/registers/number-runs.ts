/** A number of the register as it is listed. */
export interface NumberRow {
  readonly filingNumber: string;
  readonly sequence: number | null;
  readonly state: 'assigned' | 'void' | 'gap';
  readonly organizationName: string | null;
  readonly reason: string | null;
}

/** A number, or a run of numbers left out one after another. */
export interface NumberRun extends NumberRow {
  /** The last of the run; the number itself where it stands alone. */
  readonly last: NumberRow;
}

/** Numbers that were left out in a row stand on one line, so that those that were used are seen. */
export const runsOf = (numbers: readonly NumberRow[]): readonly NumberRun[] => {
  const runs: NumberRun[] = [];
  for (const number of numbers) {
    const before = runs.at(-1);
    const goesOn =
      number.state === 'gap' &&
      before?.state === 'gap' &&
      before.last.sequence === (number.sequence ?? 0) - 1;
    if (goesOn) runs[runs.length - 1] = { ...before, last: number };
    else runs.push({ ...number, last: number });
  }
  return runs;
};
