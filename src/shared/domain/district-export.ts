import { z } from 'zod';
import { isoDate } from './dates.ts';
import { periodCode } from './ledger.ts';
import { ledgerSnapshot } from './ledger-snapshot.ts';

export const districtExportVersion = '1.0';

/** Open data of a district's period: every street's ledger as the bureau has it. docs/formats/district-ledger.md */
export const districtExport = z.object({
  format: z.literal('hub-archive-district-ledger'),
  version: z.string().regex(/^\d+\.\d+$/),
  period: periodCode,
  district: z.object({ code: z.string(), name: z.string() }),
  bureau: z.object({ name: z.string() }),
  madeOn: isoDate,
  /** In the order of the streets' codes. */
  ledgers: z.array(ledgerSnapshot),
});
export type DistrictExport = z.infer<typeof districtExport>;
