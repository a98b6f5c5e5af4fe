/** The list with one of its entries a place further up or down; at an end it stays. */
export const movedInList = <T>(list: readonly T[], at: number, by: -1 | 1): T[] => {
  const to = at + by;
  const moved = [...list];
  const [entry, other] = [list[at], list[to]];
  if (entry === undefined || other === undefined) return moved;
  moved[at] = other;
  moved[to] = entry;
  return moved;
};
