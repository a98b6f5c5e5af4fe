/** Clockwise turns of the orientations of EXIF that cameras write; mirrored ones no camera does. */
const turns: Readonly<Record<number, 90 | 180 | 270>> = { 3: 180, 6: 90, 8: 270 };

const orientationTag = 0x0112;

const orientationIn = (tiff: DataView): number => {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (tiff.getUint16(at, little) === orientationTag) return tiff.getUint16(at + 8, little);
  }
  return 1;
};

/** How far a photo must be turned clockwise to stand upright (EXIF 2.3, 4.6.4 A); 0 where it does not say. */
export const jpegTurn = (bytes: Uint8Array): 0 | 90 | 180 | 270 => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint8(at + 1);
      if (marker === 0xda) return 0;
      // "Exif" and two zeros before the TIFF header.
      if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966)
        return turns[orientationIn(new DataView(bytes.buffer, bytes.byteOffset + at + 10))] ?? 0;
    }
  } catch (error) {
    // A directory that points outside the file says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return 0;
};
