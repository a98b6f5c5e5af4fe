import { createHash } from 'node:crypto';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { ReceivedPackageId } from '../../shared/domain/ids.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import { applyCorrection, type LedgerCorrection } from '../../shared/domain/ledger-correction.ts';
import { ledgerPeriod, periodOf } from '../../shared/domain/ledger-period.ts';
import { canonicalJson, ledgerSnapshot, type LedgerSnapshot } from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';
import type { PeriodFlaw } from '../../shared/refusal-causes.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  listReceivedPackages,
  receivedLedger,
  receivedPackageByDigest,
} from '../db/repositories/received-packages.ts';
import { listStreets } from '../db/repositories/registered-streets.ts';
import { requireBureauProfile, requireOfDistrict } from './bureau-profile.ts';
import type { OpenedPackage } from './package-opening.ts';
import { rulesOn } from './rules.ts';

/** A ledger as the bureau has it after a package. */
export interface LedgerAfter {
  readonly snapshot: LedgerSnapshot;
  /** Canonical JSON. */
  readonly json: string;
  readonly sha256: string;
  /** The first package, for a correction. */
  readonly baseId: ReceivedPackageId | null;
}

const refusePeriod = (period: PeriodCode, reason: PeriodFlaw): never => {
  throw new CodedError('PACKAGE_WRONG_PERIOD', { period, reason });
};

/** @throws CodedError PACKAGE_WRONG_PERIOD */
const judgePeriod = (
  reader: Reader,
  { content }: OpenedPackage,
  today: IsoDate,
  expectedPeriod: PeriodCode | null,
): void => {
  const { period: code } = content;
  const { ledger } = rulesOn(reader, today).body;
  const period = ledgerPeriod(code, ledger.dueDaysAfter);
  if (periodOf(period.startsOn, ledger).code !== code) refusePeriod(code, 'kind');
  if (content.startsOn !== period.startsOn || content.endsOn !== period.endsOn) refusePeriod(code, 'days');
  if (period.startsOn > today) refusePeriod(code, 'future');
  if (expectedPeriod !== null && expectedPeriod !== code) refusePeriod(code, 'not-expected');
};

/** @throws CodedError PACKAGE_WRONG_DISTRICT, PACKAGE_OTHER_STREETS_KEY */
const judgeStreet = (reader: Reader, { content, key }: OpenedPackage): void => {
  const { districtCode } = requireBureauProfile(reader);
  if (content.district.code !== districtCode)
    throw new CodedError('PACKAGE_WRONG_DISTRICT', { expected: districtCode, found: content.district.code });
  requireOfDistrict(districtCode, [content.street]);
  if (key.streetCode === content.street.code) return;
  const signer = listStreets(reader).find(({ code }) => code === key.streetCode);
  throw new CodedError('PACKAGE_OTHER_STREETS_KEY', {
    street: content.street.name,
    signer: signer?.name ?? key.streetCode,
  });
};

/** @throws CodedError PACKAGE_DUPLICATE */
const judgeNovelty = (reader: Reader, { file, head }: OpenedPackage): void => {
  const same = receivedPackageByDigest(reader, file.sha256);
  if (same !== null)
    throw new CodedError('PACKAGE_DUPLICATE', { reason: 'same-file', fileName: same.fileName });
  const ofPeriod = listReceivedPackages(reader, { period: head.period, streetCode: head.streetCode });
  const newest = ofPeriod.reduce((most, { serial }) => Math.max(most, serial), 0);
  const twin = ofPeriod.find(({ serial }) => serial === head.serial);
  if (twin !== undefined)
    throw new CodedError('PACKAGE_DUPLICATE', { reason: 'same-number', fileName: twin.fileName });
  if (head.serial < newest)
    throw new CodedError('PACKAGE_DUPLICATE', {
      reason: 'older',
      fileName: ofPeriod.find(({ serial }) => serial === newest)?.fileName ?? '',
    });
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const corrected = (before: LedgerSnapshot, correction: LedgerCorrection): LedgerSnapshot | null => {
  try {
    return applyCorrection(before, correction);
  } catch {
    return null;
  }
};

/** @throws CodedError CORRECTION_BASE_MISSING, CORRECTION_MISMATCH */
const ledgerAfterCorrection = (reader: Reader, correction: LedgerCorrection): LedgerAfter => {
  const { fileName, packageSha256, ledgerSha256 } = correction.corrects;
  const base = receivedPackageByDigest(reader, packageSha256);
  const kept = base === null ? null : receivedLedger(reader, base.id);
  if (base === null || kept === null) throw new CodedError('CORRECTION_BASE_MISSING', { fileName });
  const before = ledgerSnapshot.parse(JSON.parse(kept.json));
  const mismatch = (): CodedError => new CodedError('CORRECTION_MISMATCH', { fileName });
  const sameLedger =
    kept.sha256 === ledgerSha256 &&
    before.period === correction.period &&
    before.street.code === correction.street.code;
  const snapshot = sameLedger ? corrected(before, correction) : null;
  if (snapshot === null) throw mismatch();
  const json = canonicalJson(snapshot);
  const sha256 = digestOf(json);
  if (sha256 !== correction.resultSha256) throw mismatch();
  return { snapshot, json, sha256, baseId: base.id };
};

/** The ledger of the street and period after this package. @throws CodedError CORRECTION_BASE_MISSING, CORRECTION_MISMATCH */
const ledgerAfter = (reader: Reader, { content, contentSha256 }: OpenedPackage): LedgerAfter =>
  content.format === 'hub-archive-ledger-correction'
    ? ledgerAfterCorrection(reader, content)
    : { snapshot: content, json: canonicalJson(content), sha256: contentSha256, baseId: null };

/**
 * Whether an opened package may be taken in, and what the ledger is then: of this district and of the street whose key
 * signed it, of a period that can be, nothing that is here already, and for a correction, onto the package it names.
 *
 * @throws CodedError PACKAGE_WRONG_DISTRICT, PACKAGE_OTHER_STREETS_KEY, PACKAGE_WRONG_PERIOD, PACKAGE_DUPLICATE,
 *   CORRECTION_BASE_MISSING, CORRECTION_MISMATCH
 */
export const judgePackage = (
  reader: Reader,
  opened: OpenedPackage,
  { today, expectedPeriod }: { readonly today: IsoDate; readonly expectedPeriod: PeriodCode | null },
): LedgerAfter => {
  judgeStreet(reader, opened);
  judgePeriod(reader, opened, today, expectedPeriod);
  judgeNovelty(reader, opened);
  return ledgerAfter(reader, opened);
};
