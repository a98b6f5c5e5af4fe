import { CodedError } from '../../shared/errors.ts';
import { readKeyCard } from '../../shared/domain/key-card.ts';
import { openScanReader } from '../scans/scan-reader.ts';
import { mediaTypeOf } from './media-type-of-file.ts';

/** The key card in a picture of its code, read on a thread of its own; null where there is none. */
const cardIn = async (file: File): Promise<string | null> => {
  const reader = openScanReader();
  try {
    const texts = await reader.texts(new Uint8Array(await file.arrayBuffer()), mediaTypeOf(file));
    return texts.find((text) => readKeyCard(text, '') !== null) ?? null;
  } finally {
    await reader.close();
  }
};

/** A bureau's card, for a street. @throws CodedError RECIPIENT_INVALID */
export const readCardPicture = async (file: File): Promise<string> => {
  const card = await cardIn(file);
  if (card === null) throw new CodedError('RECIPIENT_INVALID', { recipient: file.name.slice(0, 80) });
  return card;
};

/** A street's card, for its bureau. @throws CodedError SIGNER_CARD_INVALID */
export const readStreetCardPicture = async (file: File): Promise<string> => {
  const card = await cardIn(file);
  if (card === null) throw new CodedError('SIGNER_CARD_INVALID', {});
  return card;
};
