/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PictureBox {
  /** Of the picture before it is turned. */
  readonly picture: Size;
  /** What it takes up once it is turned. */
  readonly taken: Size;
}

export const smallestZoom = 0.25;
export const largestZoom = 8;

/** @param step to come nearer (1) or go away (-1), by a quarter */
export const zoomed = (zoom: number, step: 1 | -1): number =>
  Math.min(largestZoom, Math.max(smallestZoom, zoom * (step === 1 ? 1.25 : 0.8)));

/** How large a picture stands in a room: at zoom 1 it is seen whole. Null while either has no size. */
export const pictureBox = (natural: Size, room: Size, zoom: number, turns: Turns): PictureBox | null => {
  if (natural.width <= 0 || natural.height <= 0 || room.width <= 0 || room.height <= 0) return null;
  const lying = turns % 2 === 1;
  const upright = lying ? { width: natural.height, height: natural.width } : natural;
  const scale = Math.min(room.width / upright.width, room.height / upright.height) * zoom;
  const picture = { width: natural.width * scale, height: natural.height * scale };
  return { picture, taken: lying ? { width: picture.height, height: picture.width } : picture };
};
