const known: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
};

/** What the system's own names of files say of a picture or PDF; empty for anything else, which is not read. */
export const mediaTypeOf = ({ type, name }: File): string =>
  type !== '' ? type : (known[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? '');
