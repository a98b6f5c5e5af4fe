import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCardPicture } from '../../../src/core/services/key-card-picture.ts';
import { officeCard, officeKeys } from '../../../src/core/services/ledger-keys.ts';
import { ledgerPaper, type LedgerPaper } from '../../../src/core/services/ledger-papers.ts';
import { openScanReader } from '../../../src/core/scans/scan-reader.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import { keyCardText, readKeyCard, type KeyCard } from '../../../src/shared/domain/key-card.ts';
import { canOpenWord, describePdfBytes, pageAsPng, wordAsPdf } from '../../support/document-text.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

const printer = openChromiumPdfPrinter();
const canPrint = await printer.available();
const period = '2026H1';

let archive: TestArchive;
let card: KeyCard;
let fingerprint: string;
let words: readonly string[];

beforeAll(async () => {
  const made = await openTestArchive();
  archive = { ...made, ports: { ...made.ports, pdf: printer } };
  const office = await officeCard(archive);
  ({ fingerprint, fingerprintWords: words } = office);
  card = {
    name: office.name,
    recipient: office.escrowRecipient,
    signingKey: office.signingPublicKey,
    validUntil: null,
  };
});
afterAll(async () => {
  await printer.close();
  await archive.close();
});

const paper = async (kind: LedgerPaper, format: 'pdf' | 'docx'): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await ledgerPaper(archive, { kind, period, format })).arrayBuffer());

/** What stands on the paper, without the gaps between groups. */
const lettersOn = (pdf: Uint8Array): string => describePdfBytes(pdf).text.replaceAll(/\s/g, '');

/** The card as somebody who photographed the paper gets it, and what can be compared on the paper itself. */
const expectCard = async (pdf: Uint8Array): Promise<void> => {
  const photo = new File([new Uint8Array(pageAsPng(pdf, 150))], '公钥卡.png', { type: 'image/png' });
  const text = await readCardPicture(photo);
  expect(text).toBe(keyCardText(card));
  expect(readKeyCard(text, '')).toEqual(card);
  const letters = lettersOn(pdf);
  for (const part of [card.recipient, card.signingKey ?? '', fingerprint, words.join('')])
    expect(letters).toContain(part.replaceAll(' ', ''));
  expect(describePdfBytes(pdf).pages).toBe(1);
};

describe('the code of a printed key card is read back, and says what stands beside it', () => {
  test.skipIf(!canPrint || !canOpenWord())('from the printed page', async () => {
    const pdf = await paper('office-card', 'pdf');
    await expectCard(pdf);
    expect(await readCardPicture(new File([pdf], '公钥卡.pdf', { type: '' }))).toBe(keyCardText(card));
  });

  test.skipIf(!canOpenWord())(
    'from the Word file',
    async () => {
      await expectCard(wordAsPdf(await paper('office-card', 'docx')));
    },
    60_000,
  );
});

test.skipIf(!canPrint)('a recovery sheet gives both secret keys to a reader of codes', async () => {
  const keys = await officeKeys(archive);
  const pdf = await paper('recovery-sheet', 'pdf');
  const letters = lettersOn(pdf);
  const reader = openScanReader();
  const texts = await reader.texts(pdf, 'application/pdf');
  await reader.close();
  expect(texts).toContain(keys.escrowIdentity);
  const [signing = ''] = texts.filter((text) => text !== keys.escrowIdentity);
  expect(signing).toMatch(/^RW[0-9A-Za-z+/]+=*$/);
  expect(letters).toContain(keys.escrowIdentity);
  expect(letters).toContain(signing);
});

test('a picture without a card is refused by its name', async () => {
  const blank = new File([new Uint8Array(4)], '照片.png', { type: 'image/png' });
  await expect(readCardPicture(blank)).rejects.toMatchObject({
    code: 'RECIPIENT_INVALID',
    data: { recipient: '照片.png' },
  });
});
