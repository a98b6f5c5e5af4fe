import type { LedgerFinding, PackageRecord } from '../../shared/domain/ledger.ts';
import {
  correctionFormatVersion,
  differenceBetween,
  isNoDifference,
  ledgerCorrection,
  lineChanges,
  type LedgerCorrection,
} from '../../shared/domain/ledger-correction.ts';
import type { LedgerPeriod } from '../../shared/domain/ledger-period.ts';
import { canonicalJson } from '../../shared/domain/ledger-snapshot.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { lastCorrection } from '../db/repositories/ledger.ts';
import { listPackages } from '../db/repositories/packages.ts';
import { correctionLetter, coverLetter } from '../documents/templates/cover-letter.ts';
import { WordRenderer } from '../documents/word-renderer.ts';
import type { PayloadFile } from '../ledger/bag-layout.ts';
import { checkReportHtml } from '../ledger/check-report.ts';
import { correctionWorkbook, ledgerWorkbook } from '../ledger/ledger-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import {
  buildSnapshot,
  freezeLedger,
  frozenOf,
  lastLedgerOf,
  writtenLedger,
  type FrozenLedger,
} from './ledger-snapshot.ts';

/** What a package is made of before its scans: a whole ledger, or what has changed since one was sent. */
export interface PlannedContent {
  /** The ledger that the bureau has after it. */
  readonly ledger: FrozenLedger;
  readonly correction: {
    readonly value: LedgerCorrection;
    readonly json: Uint8Array;
    /** The ledger that it corrects. */
    readonly before: FrozenLedger;
  } | null;
}

/** The newest whole ledger that was sent for a period; corrections rest on it. */
const correctedPackageOf = (reader: Reader, period: string): PackageRecord | null =>
  listPackages(reader).find((made) => made.period === period && made.correction === null) ?? null;

/**
 * What has changed since the ledger of a period was sent, against that first ledger: whoever has it and the newest
 * correction needs none of those between.
 *
 * @throws CodedError LEDGER_NOT_SENT, LEDGER_UNCHANGED
 */
export const planCorrection = (
  reader: Reader,
  period: LedgerPeriod,
  rules: RulePackBody,
  { today, reason }: { readonly today: string; readonly reason: string },
): PlannedContent => {
  const before = frozenOf(reader, period.code);
  const sent = correctedPackageOf(reader, period.code);
  if (before === null || sent === null) throw new CodedError('LEDGER_NOT_SENT', { period: period.code });
  const built = buildSnapshot(reader, period, rules, today);
  const known = lastLedgerOf(reader, period.code) ?? before;
  if (isNoDifference(differenceBetween(known.snapshot, built)))
    throw new CodedError('LEDGER_UNCHANGED', { period: period.code });
  const ledger = writtenLedger(built);
  const { district, street, hub, startsOn, endsOn } = before.snapshot;
  const value = ledgerCorrection.parse({
    format: 'hub-archive-ledger-correction',
    version: correctionFormatVersion,
    period: period.code,
    startsOn,
    endsOn,
    district,
    street,
    hub,
    frozenOn: today,
    number: (lastCorrection(reader, period.code)?.number ?? 0) + 1,
    corrects: {
      fileName: sent.fileName,
      serial: sent.serial,
      packageSha256: sent.sha256,
      ledgerSha256: before.sha256,
    },
    reason,
    ...differenceBetween(before.snapshot, built),
    ledgerVersion: built.version,
    resultSha256: ledger.sha256,
  });
  return { ledger, correction: { value, json: Buffer.from(canonicalJson(value)), before } };
};

/** Freezes the period if it is not frozen yet, or plans a correction of what was frozen. */
export const planContent = async (
  archive: OpenArchive,
  period: LedgerPeriod,
  rules: RulePackBody,
  correction: { readonly reason: string } | null,
): Promise<PlannedContent> => {
  if (correction === null) return { ledger: await freezeLedger(archive, period, rules), correction: null };
  const today = archive.ports.clock.today();
  return archive.store.read((reader) =>
    planCorrection(reader, period, rules, { today, reason: correction.reason }),
  );
};

/** Files of a package beside its scans. */
export const contentFiles = async (
  { ledger, correction }: PlannedContent,
  findings: readonly LedgerFinding[],
): Promise<PayloadFile[]> => {
  const { snapshot } = ledger;
  const madeAt = `${snapshot.frozenOn}T00:00:00.000Z`;
  const word = new WordRenderer();
  const own: PayloadFile[] =
    correction === null
      ? [
          { name: 'ledger.json', bytes: ledger.json },
          { name: '工作台账.xlsx', bytes: await ledgerWorkbook(snapshot) },
          { name: '报送函.docx', bytes: word.render(coverLetter(snapshot), madeAt) },
        ]
      : [
          { name: 'correction.json', bytes: correction.json },
          {
            name: '补报更正.xlsx',
            bytes: await correctionWorkbook(
              correction.value,
              lineChanges(correction.before.snapshot, snapshot),
            ),
          },
          { name: '报送函.docx', bytes: word.render(correctionLetter(correction.value), madeAt) },
        ];
  return [
    ...own,
    {
      name: 'reports/check.json',
      bytes: Buffer.from(canonicalJson({ period: snapshot.period, findings })),
    },
    { name: 'reports/check.html', bytes: Buffer.from(checkReportHtml('报送前检查报告', findings)) },
  ];
};
