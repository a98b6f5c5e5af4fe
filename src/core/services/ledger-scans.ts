import type { Attachment } from '../../shared/domain/attachment.ts';
import { attachmentId } from '../../shared/domain/ids.ts';
import type { LedgerPeriod } from '../../shared/domain/ledger-period.ts';
import type { Reader } from '../db/archive-store.ts';
import { getAttachment } from '../db/repositories/attachments.ts';
import { listLedgerScans } from '../db/repositories/ledger-lines.ts';

/** A scan that travels in a package. */
export interface Scan {
  /** Under data/, made by us: never a name from outside. */
  readonly name: string;
  readonly organizationId: string;
  readonly attachment: Attachment;
}

/** File name endings of what scanners make; anything else travels as .bin and keeps its name in index.csv. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
};

const folderOf = (filingNumber: string | null, organizationId: string): string =>
  (filingNumber ?? organizationId).replaceAll(/[^\p{L}\p{N}〔〕-]/gu, '_');

/** Which organizations' scans travel: those of all, or of the ones that were chosen. */
export type ScanChoice = 'all' | readonly string[];

/** Scans of the filings of a period's organizations. */
export const chosenScans = (reader: Reader, period: LedgerPeriod, choice: ScanChoice): readonly Scan[] =>
  listLedgerScans(reader, period)
    .filter(({ organizationId }) => choice === 'all' || choice.includes(organizationId))
    .flatMap((scan, index) => {
      const attachment = getAttachment(reader, attachmentId.parse(scan.attachmentId));
      if (attachment === null) return [];
      const name = `organizations/${folderOf(scan.filingNumber, scan.organizationId)}/${String(index + 1).padStart(5, '0')}.${endings[attachment.mediaType] ?? 'bin'}`;
      return [{ name, organizationId: scan.organizationId, attachment }];
    });

/** How many scans each organization of a period has, and how large they are. */
export const scansByOrganization = (
  reader: Reader,
  period: LedgerPeriod,
): { readonly organizationId: string; readonly scans: number; readonly byteLength: number }[] =>
  [...Map.groupBy(chosenScans(reader, period, 'all'), ({ organizationId }) => organizationId)].map(
    ([organizationId, of]) => ({
      organizationId,
      scans: of.length,
      byteLength: of.reduce((total, { attachment }) => total + attachment.byteLength, 0),
    }),
  );

const csvCell = (value: string | number): string =>
  `"${String(value)
    .replaceAll('"', '""')
    .replace(/^[=+\-@\t\r]/, "'$&")}"`;

/** organizations/index.csv: what the generated names stand for. */
export const scanIndex = (scans: readonly Scan[]): Uint8Array => {
  const lines = [
    ['file', 'organization', 'original_name', 'media_type', 'bytes', 'sha256'],
    ...scans.map(({ name, organizationId, attachment }) => [
      name,
      organizationId,
      attachment.fileName,
      attachment.mediaType,
      attachment.byteLength,
      attachment.sha256,
    ]),
  ];
  return Buffer.from(`${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`);
};
