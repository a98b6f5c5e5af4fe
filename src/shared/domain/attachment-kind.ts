import { z } from 'zod';

/** Kinds of paper that an archive takes in, each proven by its first bytes and what it is made of, never by its name. */
export const attachmentKind = z.enum([
  'pdf',
  'jpeg',
  'png',
  'tiff',
  'bmp',
  'webp',
  'word',
  'excel',
  'slides',
  'old-word',
  'old-excel',
  'old-slides',
  'ofd',
  'text',
  'csv',
]);
export type AttachmentKind = z.infer<typeof attachmentKind>;

export const mediaTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  webp: 'image/webp',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  slides: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'old-word': 'application/msword',
  'old-excel': 'application/vnd.ms-excel',
  'old-slides': 'application/vnd.ms-powerpoint',
  ofd: 'application/ofd',
  text: 'text/plain',
  csv: 'text/csv',
};

const kindsByType: ReadonlyMap<string, AttachmentKind> = new Map(
  attachmentKind.options.map((kind) => [mediaTypes[kind], kind]),
);

/** Null for what earlier releases may have taken in under another name. */
export const kindOfMediaType = (mediaType: string): AttachmentKind | null =>
  kindsByType.get(mediaType) ?? null;

/** How a kind is shown inside the application; `none` is kept and handed out, but not shown. */
export type PreviewMeans = 'pages' | 'picture' | 'word' | 'cells' | 'text' | 'none';

export const previewMeans: Readonly<Record<AttachmentKind, PreviewMeans>> = {
  pdf: 'pages',
  tiff: 'pages',
  jpeg: 'picture',
  png: 'picture',
  bmp: 'picture',
  webp: 'picture',
  word: 'word',
  excel: 'cells',
  'old-excel': 'cells',
  csv: 'cells',
  text: 'text',
  slides: 'none',
  'old-word': 'none',
  'old-slides': 'none',
  ofd: 'none',
};

/** What a paper carries besides what it shows. It is kept and said, and never run. */
export const attachmentWarning = z.enum(['macros', 'scripts', 'launches', 'carries-files', 'encrypted']);
export type AttachmentWarning = z.infer<typeof attachmentWarning>;
