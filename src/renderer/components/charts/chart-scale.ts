/** A round number not below the largest value, so that the lines of the grid stand at round numbers too. */
export const niceMaximum = (values: readonly number[], steps: number): number => {
  const most = Math.max(0, ...values);
  if (most === 0) return steps;
  const rough = most / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  // Counts are whole: a grid of halves of an organization says nothing.
  return Math.max(1, Math.ceil(step)) * steps;
};

/** Grid values from zero up. */
export const gridValues = (maximum: number, steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, index) => (maximum / steps) * index);
