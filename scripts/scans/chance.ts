/** Reproducible numbers from 0 up to 1 (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export type Chance = () => number;
export const between = (chance: Chance, from: number, to: number): number => from + (to - from) * chance();
export const oneOf = <T>(chance: Chance, values: readonly T[]): T =>
  values[Math.floor(chance() * values.length)]!;
/** Normally distributed numbers, drawn once: a picture has millions of dots. */
const normals: Float32Array = (() => {
  const chance = seeded(20_260_101);
  return Float32Array.from(
    { length: 65_536 },
    () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance()),
  );
})();
export const normal = (chance: Chance): number => normals[Math.floor(chance() * 65_536)]!;
