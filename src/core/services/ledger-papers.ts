import type { PeriodCode } from '../../shared/domain/ledger.ts';
import { canonicalJson, type LedgerSnapshot } from '../../shared/domain/ledger-snapshot.ts';
import { periodWords } from '../../shared/labels/ledger.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import type { PaperDocument } from '../documents/model.ts';
import { coverLetter } from '../documents/templates/cover-letter.ts';
import { keyCardPaper, ledgerCheckPaper, recoveryPaper } from '../documents/templates/ledger-papers.ts';
import { ledgerCsv } from '../ledger/ledger-csv.ts';
import { candidatesWorkbook, ledgerWorkbook } from '../ledger/ledger-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { checkPeriod, ledgerView } from './ledger.ts';
import { officeCard } from './ledger-keys.ts';
import { takeRecoverySecrets } from './ledger-recovery.ts';
import { fileOf, paperFileOf, requirePrinter, type PaperFormat } from './paper-files.ts';

export type LedgerPaper = 'check' | 'cover-letter' | 'office-card' | 'recovery-sheet';
const hubName = ({ store }: OpenArchive): Promise<string> =>
  store.read((reader) => getOfficeProfile(reader)?.hubName ?? '');

/** The ledger as the bureau has it, or as it stands while it is not frozen. */
const shownLedger = async (archive: OpenArchive, period: PeriodCode): Promise<LedgerSnapshot> => {
  const { live, frozen } = await ledgerView(archive, period);
  return frozen ?? live;
};

const documentOf = async (
  archive: OpenArchive,
  kind: LedgerPaper,
  period: PeriodCode,
): Promise<PaperDocument> => {
  const printedOn = archive.ports.clock.today();
  switch (kind) {
    case 'check':
      return ledgerCheckPaper({
        hubName: await hubName(archive),
        period,
        checkedOn: printedOn,
        findings: await checkPeriod(archive, period),
      });
    case 'cover-letter':
      return coverLetter(await shownLedger(archive, period));
    case 'office-card': {
      const { name, signingPublicKey, escrowRecipient, fingerprint, fingerprintWords } =
        await officeCard(archive);
      return keyCardPaper({
        card: { name, recipient: escrowRecipient, signingKey: signingPublicKey, validUntil: null },
        fingerprint,
        fingerprintWords,
        printedOn,
        purpose:
          '本单位报送的台账都用下面的签名公钥对应的私钥签名。请登记签名公钥，以后打开报送包时据此查证。',
      });
    }
    case 'recovery-sheet':
      return recoveryPaper({
        owner: 'office',
        ownerName: await hubName(archive),
        printedOn,
        ...(await takeRecoverySecrets(archive)),
      });
  }
};

/** A paper about the ledger, as Word or PDF. @throws CodedError PERIOD_INVALID, PDF_PRINTER_MISSING, PDF_FAILED */
export const ledgerPaper = async (
  archive: OpenArchive,
  {
    kind,
    period,
    format,
  }: { readonly kind: LedgerPaper; readonly period: PeriodCode; readonly format: PaperFormat },
): Promise<File> => {
  await requirePrinter(archive, format);
  return paperFileOf(archive, await documentOf(archive, kind, period), format);
};

export type LedgerFileKind = 'workbook' | 'candidates' | 'csv' | 'json';

/** The ledger of a period as a file to work on: as the bureau has it once it is frozen, as it stands before. */
export const ledgerFile = async (
  archive: OpenArchive,
  { kind, period }: { readonly kind: LedgerFileKind; readonly period: PeriodCode },
): Promise<File> => {
  const snapshot = await shownLedger(archive, period);
  const name = `${snapshot.street.name}${periodWords(period)}`.replaceAll(' ', '');
  switch (kind) {
    case 'workbook':
      return fileOf(await ledgerWorkbook(snapshot), `${name}工作台账`, 'xlsx');
    case 'candidates':
      return fileOf(await candidatesWorkbook(snapshot), `${name}拟登记台账`, 'xlsx');
    case 'csv':
      return fileOf(ledgerCsv(snapshot.organizations), `${name}工作台账`, 'csv');
    case 'json':
      return fileOf(Buffer.from(canonicalJson(snapshot)), `${name}工作台账`, 'json');
  }
};
