export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface JpegFrame extends PictureSize {
  /** Colours of a dot: 1 grey, 3 in colour, 4 for print. */
  readonly components: number;
}

/** Start-of-frame markers of JPEG: all of C0 to CF but tables and the arithmetic coder's conditions. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** What the frame header of a JPEG says; null where there is none. Nothing is unpacked. */
export const jpegFrame = (bytes: Uint8Array): JpegFrame | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 10 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
    } else if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9]! };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
};
