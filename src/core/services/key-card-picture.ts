import { CodedError } from '../../shared/errors.ts';
import { readKeyCard } from '../../shared/domain/key-card.ts';
import { openScanReader } from '../scans/scan-reader.ts';
import { mediaTypeOf } from './media-type-of-file.ts';

/** The key card in a picture of its code, read on a thread of its own. @throws CodedError RECIPIENT_INVALID */
export const readCardPicture = async (file: File): Promise<string> => {
  const reader = openScanReader();
  try {
    const texts = await reader.texts(new Uint8Array(await file.arrayBuffer()), mediaTypeOf(file));
    const card = texts.find((text) => readKeyCard(text, '') !== null);
    if (card === undefined) throw new CodedError('RECIPIENT_INVALID', { recipient: file.name.slice(0, 80) });
    return card;
  } finally {
    await reader.close();
  }
};
