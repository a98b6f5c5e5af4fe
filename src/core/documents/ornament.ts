import type { PathStep, VectorShape } from './model.ts';

type Point = readonly [number, number];
type Curve = (t: number) => Point;

/** A smooth curve as cubic Béziers whose ends and tangents lie on it. */
const trace = (curve: Curve, from: number, to: number, segments: number, closed: boolean): PathStep[] => {
  const step = (to - from) / segments;
  const tangent = (t: number): Point => {
    const h = step / 1000;
    const [x0, y0] = curve(t - h);
    const [x1, y1] = curve(t + h);
    return [((x1 - x0) / (2 * h)) * (step / 3), ((y1 - y0) / (2 * h)) * (step / 3)];
  };
  const [startX, startY] = curve(from);
  const steps: PathStep[] = [['move', startX, startY]];
  for (let index = 0; index < segments; index += 1) {
    const t0 = from + index * step;
    const t1 = t0 + step;
    const [x0, y0] = curve(t0);
    const [x1, y1] = curve(t1);
    const [dx0, dy0] = tangent(t0);
    const [dx1, dy1] = tangent(t1);
    steps.push(['curve', x0 + dx0, y0 + dy0, x1 - dx1, y1 - dy1, x1, y1]);
  }
  if (closed) steps.push(['close']);
  return steps;
};

const rectangle = (x: number, y: number, width: number, height: number): PathStep[] => [
  ['move', x, y],
  ['line', x + width, y],
  ['line', x + width, y + height],
  ['line', x, y + height],
  ['close'],
];

const disc = (centre: Point, radius: number): PathStep[] =>
  trace((t) => [centre[0] + radius * Math.cos(t), centre[1] + radius * Math.sin(t)], 0, 2 * Math.PI, 4, true);

/** A braid of waves along a straight line: the border of banknotes and certificates (guilloche). */
const braid = (
  from: Point,
  to: Point,
  amplitude: number,
  waveLength: number,
  strands: number,
): PathStep[] => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const waves = Math.round(length / waveLength);
  return Array.from({ length: strands }, (_, strand) => {
    const phase = (strand / strands) * 2 * Math.PI;
    const curve: Curve = (t) => {
      const offset = amplitude * Math.sin(2 * Math.PI * waves * t + phase);
      return [
        from[0] + along[0] * length * t - along[1] * offset,
        from[1] + along[1] * length * t + along[0] * offset,
      ];
    };
    return trace(curve, 0, 1, waves * 3, false);
  }).flat();
};

/** Petals around a centre, each turn shifted a little against the last: the rose of an engraver's lathe. */
const rosette = (centre: Point, radius: number, inner: number, petals: number, turns: number): PathStep[] =>
  Array.from({ length: turns }, (_, turn) => {
    const phase = (turn / turns) * 2 * Math.PI;
    const middle = (radius + inner) / 2;
    const swing = (radius - inner) / 2;
    const curve: Curve = (t) => {
      const distance = middle + swing * Math.cos(petals * t + phase);
      return [centre[0] + distance * Math.cos(t), centre[1] + distance * Math.sin(t)];
    };
    return trace(curve, 0, 2 * Math.PI, petals * 3, true);
  }).flat();

const gold = 'A07C36';
const paleGold = 'D9C48F';
const faintGold = 'F1E9D3';

/** Double frame, braided band, corner roses and a faint rose behind the text, for a certificate of this size. */
export const certificateFrame = (widthMm: number, heightMm: number): VectorShape[] => {
  const inset = (distance: number): PathStep[] =>
    rectangle(distance, distance, widthMm - 2 * distance, heightMm - 2 * distance);
  const band = 14.6;
  const corner = band + 7.2;
  const right = widthMm - band;
  const bottom = heightMm - band;
  const strands = 3;
  const braids = [
    ...braid([corner, band], [widthMm - corner, band], 2.1, 11, strands),
    ...braid([corner, bottom], [widthMm - corner, bottom], 2.1, 11, strands),
    ...braid([band, corner], [band, heightMm - corner], 2.1, 11, strands),
    ...braid([right, corner], [right, heightMm - corner], 2.1, 11, strands),
  ];
  const corners: readonly Point[] = [
    [band, band],
    [right, band],
    [right, bottom],
    [band, bottom],
  ];
  const centre: Point = [widthMm / 2, heightMm / 2 + 6];
  const roseMm = 6.6;
  const line = (distance: number, strokeMm: number, colour: string): VectorShape => ({
    steps: inset(distance),
    stroke: { widthMm: strokeMm, colour },
    fill: null,
  });
  return [
    {
      steps: [...rosette(centre, 58, 26, 18, 4), ...rosette(centre, 27, 9, 12, 3)],
      stroke: { widthMm: 0.2, colour: faintGold },
      fill: null,
    },
    { steps: braids, stroke: { widthMm: 0.16, colour: gold }, fill: null },
    line(11.6, 0.25, paleGold),
    line(17.6, 0.25, paleGold),
    line(10, 1.1, gold),
    line(18.7, 0.5, gold),
    // White discs cut the lines where the roses sit.
    { steps: corners.flatMap((point) => disc(point, roseMm)), stroke: null, fill: 'FFFFFF' },
    {
      steps: corners.flatMap((point) => rosette(point, roseMm, 1.6, 9, 3)),
      stroke: { widthMm: 0.16, colour: gold },
      fill: null,
    },
  ];
};
