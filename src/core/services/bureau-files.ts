import { districtExportVersion, type DistrictExport } from '../../shared/domain/district-export.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import { canonicalJson } from '../../shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../shared/errors.ts';
import { periodWords } from '../../shared/labels/ledger.ts';
import type { PaperDocument } from '../documents/model.ts';
import { keyCardPaper, recoveryPaper } from '../documents/templates/ledger-papers.ts';
import { remindersPaper } from '../documents/templates/reporting-reminders.ts';
import { districtWorkbook } from '../ledger/district-workbook.ts';
import { districtCsv } from '../ledger/ledger-csv.ts';
import type { OpenArchive } from '../open-archive.ts';
import { bureauCard } from './bureau-keys.ts';
import { bureauProfileOf } from './bureau-profile.ts';
import { takeBureauSecrets } from './bureau-recovery.ts';
import { allDistrictOrganizations, districtLedgers } from './district-lists.ts';
import { districtReporting } from './district-reporting.ts';
import { judgedDuplicates } from './duplicate-judgements.ts';
import { districtRollup } from './district-rollup.ts';
import { fileOf, paperFileOf, requirePrinter, type PaperFormat } from './paper-files.ts';

const workbook = async (archive: OpenArchive, period: PeriodCode): Promise<Uint8Array> => {
  const { bureauName, districtName } = await bureauProfileOf(archive);
  const reporting = await districtReporting(archive, period);
  return districtWorkbook({
    bureauName,
    districtName,
    madeOn: archive.ports.clock.today(),
    period: reporting.period,
    reporting: reporting.streets,
    rollup: await districtRollup(archive, period),
    organizations: await archive.store.read((reader) => allDistrictOrganizations(reader, period, 'lines')),
    duplicates: (await judgedDuplicates(archive, period)).filter(({ apart }) => apart === null),
  });
};

const openData = async (archive: OpenArchive, period: PeriodCode): Promise<Uint8Array> => {
  const { bureauName, districtCode, districtName } = await bureauProfileOf(archive);
  const content: DistrictExport = {
    format: 'hub-archive-district-ledger',
    version: districtExportVersion,
    period,
    district: { code: districtCode, name: districtName },
    bureau: { name: bureauName },
    madeOn: archive.ports.clock.today(),
    ledgers: [...(await districtLedgers(archive, period))],
  };
  return Buffer.from(canonicalJson(content));
};

/** The roll-up of a period as a workbook, or as open data. @throws CodedError PERIOD_INVALID */
export const districtFile = async (
  archive: OpenArchive,
  { kind, period }: { readonly kind: 'rollup' | 'csv' | 'json'; readonly period: PeriodCode },
): Promise<File> => {
  const { districtName } = await bureauProfileOf(archive);
  const name = `${districtName}${periodWords(period)}`.replaceAll(' ', '');
  switch (kind) {
    case 'rollup':
      return fileOf(await workbook(archive, period), `${name}汇总`, 'xlsx');
    case 'csv':
      return fileOf(districtCsv(await districtLedgers(archive, period)), `${name}台账`, 'csv');
    case 'json':
      return fileOf(await openData(archive, period), `${name}台账`, 'json');
  }
};

const cardPaper = async (archive: OpenArchive): Promise<PaperDocument> => {
  const card = await bureauCard(archive);
  if (card === null) throw new CodedError('BUREAU_KEY_MISSING', {});
  const { fingerprint, fingerprintWords, name, recipient, signingKey, validUntil } = card;
  return keyCardPaper({
    card: { name, recipient, signingKey, validUntil },
    fingerprint,
    fingerprintWords,
    printedOn: archive.ports.clock.today(),
    purpose:
      '各街道报送台账，请用下面的加密公钥加密；收到的回执用签名公钥查证。请在程序里导入这张卡，并打电话与本局核对指纹，全部相同才可确认。',
  });
};

const reminders = async (archive: OpenArchive, period: PeriodCode): Promise<PaperDocument> => {
  const { period: summary, streets } = await districtReporting(archive, period);
  return remindersPaper({
    bureauName: (await bureauProfileOf(archive)).bureauName,
    madeOn: archive.ports.clock.today(),
    period: summary,
    streets: streets.filter(({ state }) => state === 'missing' || state === 'returned'),
  });
};

export type BureauPaper = 'reminders' | 'key-card' | 'recovery-sheet';

const documentOf = async (
  archive: OpenArchive,
  kind: BureauPaper,
  period: PeriodCode,
): Promise<PaperDocument> => {
  switch (kind) {
    case 'reminders':
      return reminders(archive, period);
    case 'key-card':
      return cardPaper(archive);
    case 'recovery-sheet':
      return recoveryPaper({
        owner: 'bureau',
        ownerName: (await bureauProfileOf(archive)).bureauName,
        printedOn: archive.ports.clock.today(),
        ...(await takeBureauSecrets(archive)),
      });
  }
};

/** 催报单, public key card or recovery sheet, as Word or PDF. @throws CodedError PERIOD_INVALID, BUREAU_KEY_MISSING, PDF_* */
export const bureauPaper = async (
  archive: OpenArchive,
  {
    kind,
    period,
    format,
  }: { readonly kind: BureauPaper; readonly period: PeriodCode; readonly format: PaperFormat },
): Promise<File> => {
  await requirePrinter(archive, format);
  return paperFileOf(archive, await documentOf(archive, kind, period), format);
};
