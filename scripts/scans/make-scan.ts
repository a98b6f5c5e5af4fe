/**
 * Scans as offices make them, from a seed: a flatbed's crooked page, a phone's photo in a dark corridor, a copier's
 * one-bit picture, several pages in a PDF. The measure of the recognizer, in its test and in its bench.
 */
import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { between, type Chance } from './chance.ts';
import { encodePdf, encodePng } from './encode-scan.ts';
import { encodeJpeg } from './jpeg-encoder.ts';
import { flatbed, oneBit, phonePhoto } from './scanners.ts';

export type Device = 'flatbed' | 'phone' | 'copier' | 'feeder';

export interface MadeScan {
  readonly device: Device;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
}

/** How an office's scans come, by share. */
export const someDevice = (chance: Chance): Device => {
  const share = chance();
  if (share < 0.35) return 'flatbed';
  if (share < 0.75) return 'phone';
  return share < 0.85 ? 'copier' : 'feeder';
};

/** Scans these sheets; a device that takes one sheet at a time takes the first. */
export const makeScan = async (
  device: Device,
  sheets: readonly [GrayImage, ...GrayImage[]],
  chance: Chance,
): Promise<MadeScan> => {
  const quality = Math.round(between(chance, 35, 88));
  switch (device) {
    case 'flatbed':
      return {
        device,
        mediaType: 'image/jpeg',
        bytes: await encodeJpeg(flatbed(sheets[0], chance), quality),
      };
    case 'phone':
      return {
        device,
        mediaType: 'image/jpeg',
        bytes: await encodeJpeg(phonePhoto(sheets[0], chance), quality),
      };
    case 'copier':
      return { device, mediaType: 'image/png', bytes: encodePng(oneBit(flatbed(sheets[0], chance))) };
    case 'feeder': {
      const pages = sheets.map((sheet) => flatbed(sheet, chance));
      return { device, mediaType: 'application/pdf', bytes: await encodePdf(pages, quality) };
    }
  }
};
