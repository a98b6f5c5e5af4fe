/** The list with one item moved a step; at the ends it stays. */
export const moved = <T>(list: readonly T[], index: number, step: 1 | -1): readonly T[] => {
  const to = index + step;
  const item = list[index];
  const other = list[to];
  return item === undefined || other === undefined ? list : list.with(index, other).with(to, item);
};
