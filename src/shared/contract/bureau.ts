import { z } from 'zod';
import {
  bureauCard,
  bureauProfile,
  claimedSigner,
  districtPeriod,
  packageHead,
  packageReview,
  receivedPackage,
  registeredStreet,
  streetCode,
  streetInput,
  streetKey,
  streetReporting,
} from '../domain/bureau.ts';
import { isoDate, isoInstant } from '../domain/dates.ts';
import {
  districtCell,
  districtDisposition,
  districtOrganization,
  districtRollup,
  districtTraining,
  judgedDuplicate,
  namedOrganization,
} from '../domain/district-ledger.ts';
import { receivedFileId, receivedPackageId, streetKeyId } from '../domain/ids.ts';
import { periodCode } from '../domain/ledger.ts';
import { ledgerSnapshot } from '../domain/ledger-snapshot.ts';
import { fourClass, organizationStatus } from '../domain/organization.ts';
import { receiptOutcome } from '../domain/submission-receipt.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

const person = z.string().trim().min(1).max(30);
const ofPeriod = z.object({ period: periodCode });
const ofPackage = z.object({ id: receivedPackageId });
/** Of a group of duplicates. */
const organizations = z.array(namedOrganization).min(2).max(1000);
const heard = z.string().trim().min(1).max(200);

/** Why a file of the inbox was refused when it was looked at last: a code of errors.ts and its data. */
const refusal = z.object({ code: z.string(), data: z.unknown() });

const inboxEntry = z.object({
  id: receivedFileId,
  /** Of the package; of the index for parts. */
  fileName: z.string(),
  /** `parts`: an index with what has come of its parts; `stray-part`: a part whose index has not come. */
  kind: z.enum(['package', 'parts', 'stray-part']),
  byteLength: z.number(),
  receivedAt: isoInstant,
  /** Names of parts that have not come yet; empty where the package is whole. */
  missingParts: z.array(z.string()),
  partsReceived: z.int(),
  checkedAt: isoInstant.nullable(),
  /** Null while it was not checked, or was found right. */
  refusal: refusal.nullable(),
  /** What it says of itself, once it has been opened. */
  head: packageHead.nullable(),
  /** Who signed it, while that is not a registered street's key. */
  signer: claimedSigner.nullable(),
});
export type InboxEntry = z.infer<typeof inboxEntry>;

/** Whatever may be wrong with a package (LEDGER-PACKAGE rule 4). */
const packageRefusals = refusals(
  'PACKAGE_WRONG_KEY',
  'PACKAGE_NOT_AGE',
  'PACKAGE_CUT_SHORT',
  'PACKAGE_CHANGED',
  'PACKAGE_UNSIGNED',
  'PACKAGE_BAD_SIGNATURE',
  'PACKAGE_UNKNOWN_SIGNER',
  'PACKAGE_OTHER_STREETS_KEY',
  'PACKAGE_NAME_MISMATCH',
  'PACKAGE_NEWER_FORMAT',
  'PACKAGE_SCHEMA_INVALID',
  'PACKAGE_WRONG_DISTRICT',
  'PACKAGE_WRONG_PERIOD',
  'PACKAGE_DUPLICATE',
  'CORRECTION_BASE_MISSING',
  'CORRECTION_MISMATCH',
  'ZIP_UNSAFE',
  'ZIP_DAMAGED',
  'BAG_INVALID',
  'BAG_FILE_MISSING',
  'BAG_FILE_EXTRA',
  'BAG_HASH_MISMATCH',
  'PARTS_INDEX_INVALID',
  'PARTS_MISSING',
  'PARTS_DAMAGED',
  'CIPHER_UNAVAILABLE',
  'BUREAU_KEY_MISSING',
  'CANCELLED',
);

const organizationFilter = z.object({
  period: periodCode,
  cell: districtCell.default('standing'),
  streetCodes: z.array(streetCode).max(500).default([]),
  /** Null in the list counts those without a class; empty for all. */
  classes: z.array(fourClass.nullable()).max(10).default([]),
  statuses: z.array(organizationStatus).max(20).default([]),
  text: z.string().trim().max(100).default(''),
});

/** The district bureau's desk. All refuse with WRONG_DESK in an office's archive. */
export const bureauContract = {
  profile: onArchive.output(bureauProfile),
  saveProfile: onArchive.input(bureauProfile).output(bureauProfile),

  /** The bureau's public key card; null before the ceremony. */
  card: onArchive.output(bureauCard.nullable()),
  /** Key ceremony, and rotation: new keys come into use, the ones before stay for old packages. */
  makeKeys: onArchive.input(z.object({ validUntil: isoDate.nullable() })).output(bureauCard),
  /** Brings in keys made earlier: the texts of `bureau-identity.txt` and `bureau-minisign.key`. */
  bringKeys: onArchive
    .errors(refusals('BUREAU_KEY_INVALID'))
    .input(
      z.object({
        identity: z.string().max(4000),
        signingKey: z.string().max(4000),
        validUntil: isoDate.nullable(),
      }),
    )
    .output(bureauCard),
  recoveryState: onArchive.output(
    z.object({ printedAt: isoInstant.nullable(), drilledAt: isoInstant.nullable() }),
  ),
  /** 演练: proves that the identity typed off the paper is the one in use, and opens the newest package where there is one. */
  drill: onArchive
    .errors(refusals('RECOVERY_SHEET_WRONG', 'BUREAU_KEY_MISSING', 'PACKAGE_CUT_SHORT', 'PACKAGE_CHANGED'))
    .input(z.object({ typed: z.string().max(500) }))
    .output(z.object({ opened: z.string().nullable() })),

  /** In the order of their codes. */
  streets: onArchive.output(z.array(registeredStreet)),
  saveStreet: onArchive
    .errors(refusals('PACKAGE_WRONG_DISTRICT'))
    .input(streetInput)
    .output(registeredStreet),
  /** @throws CONFLICT `street-reported` once it has reported: end its expectation instead */
  removeStreet: onArchive.input(z.object({ code: streetCode })).output(z.object({})),
  /** The text of a card in a picture or PDF of its QR code. */
  readCardPicture: onArchive
    .errors(refusals('SIGNER_CARD_INVALID'))
    .input(z.object({ file: z.file().max(20 * 1024 * 1024) }))
    .output(z.object({ text: z.string() })),
  /** `card`: the text of the street's card, or its minisign public key alone. To be confirmed by a person. */
  addStreetKey: onArchive
    .errors(refusals('SIGNER_CARD_INVALID'))
    .input(z.object({ streetCode, card: z.string().max(4000) }))
    .output(streetKey),
  /** `heard`: all groups, all words, or the last two groups as read out over the telephone. */
  confirmStreetKey: onArchive
    .errors(refusals('FINGERPRINT_DIFFERS'))
    .input(z.object({ id: streetKeyId, confirmedBy: person, heard }))
    .output(streetKey),
  retireStreetKey: onArchive.input(z.object({ id: streetKeyId })).output(streetKey),

  /**
   * The newest first. Files come in over the host, never over the contract: `POST /inbox` with the bytes as the body and
   * the name, URI-encoded, in `x-file-name`.
   */
  inbox: onArchive.output(z.array(inboxEntry)),
  discard: onArchive.input(z.object({ id: receivedFileId })).output(z.object({})),
  /** Opens and checks a package whole; joins its parts first. Writes nothing but what it found. */
  check: onArchive
    .errors(packageRefusals)
    .input(z.object({ id: receivedFileId, expectedPeriod: periodCode.nullable().default(null) }))
    .output(progressThen(packageReview)),
  /**
   * Registers who signed a package, once a person has compared the fingerprint with the street by telephone. The street
   * is added where it is not on the list. `card` only where the package names no keys itself.
   */
  registerSigner: onArchive
    .errors(
      refusals(
        'FINGERPRINT_DIFFERS',
        'SIGNER_CARD_INVALID',
        'PACKAGE_UNKNOWN_SIGNER',
        'PACKAGE_WRONG_DISTRICT',
      ),
    )
    .input(
      z.object({
        id: receivedFileId,
        card: z.string().max(4000).nullable().default(null),
        confirmedBy: person,
        heard,
      }),
    )
    .output(streetKey),
  /** Checks again and takes it in, in one transaction. */
  import: onArchive
    .errors(packageRefusals)
    .input(
      z.object({
        id: receivedFileId,
        importedBy: person,
        expectedPeriod: periodCode.nullable().default(null),
      }),
    )
    .output(progressThen(receivedPackage)),

  /** The newest first. */
  packages: onArchive
    .input(z.object({ period: periodCode.nullable(), streetCode: streetCode.nullable().default(null) }))
    .output(z.array(receivedPackage)),
  /** Counts, differences and findings of an imported package. */
  review: onArchive.input(ofPackage).output(packageReview),
  /** The ledger as it is after that package. */
  ledger: onArchive.input(ofPackage).output(ledgerSnapshot),
  /** Opens the kept file again with the key of its time and compares all of it. */
  recheck: onArchive
    .errors(packageRefusals)
    .input(ofPackage)
    .output(progressThen(z.object({ fileName: z.string(), files: z.int(), payloadBytes: z.number() }))),
  /** A path of the host from which the kept file can be saved; the host streams it. */
  downloadTicket: onArchive.input(ofPackage).output(z.object({ href: z.string() })),
  /** 回执: accepts, or returns with reasons. Signed; the file is `receiptFile`. */
  answer: onArchive
    .errors(refusals('BUREAU_KEY_MISSING', 'RECEIPT_REASON_MISSING'))
    .input(
      ofPackage.extend({
        outcome: receiptOutcome,
        reasons: z
          .array(
            z.object({
              organizationId: z.string().max(64).nullable(),
              text: z.string().trim().min(1).max(500),
            }),
          )
          .max(2000),
        decidedBy: person,
      }),
    )
    .output(receivedPackage),
  /** The last receipt of a package, to be handed to the street. */
  receiptFile: onArchive.input(ofPackage).output(z.file()),
  /** The same on paper, to be stamped. */
  receiptPaper: onArchive
    .errors(refusals('PDF_PRINTER_MISSING', 'PDF_FAILED'))
    .input(ofPackage.extend({ format: z.enum(['docx', 'pdf']) }))
    .output(z.file()),

  /** Periods with anything to say about, the newest first; the current one is always there. */
  periods: onArchive.output(z.array(districtPeriod)),
  /** Who has reported and who is late: every expected street. */
  reporting: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod)
    .output(z.object({ period: districtPeriod, streets: z.array(streetReporting) })),
  rollup: onArchive.errors(refusals('PERIOD_INVALID')).input(ofPeriod).output(districtRollup),
  /** Organizations behind a cell. `total` is of rows; `sum` is the number that the cell shows. */
  organizations: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(z.object({ filter: organizationFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ rows: z.array(districtOrganization), total: z.int(), sum: z.int() })),
  dispositions: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod.extend({ streetCode: streetCode.nullable() }))
    .output(z.array(districtDisposition)),
  trainings: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod.extend({ streetCode: streetCode.nullable() }))
    .output(z.array(districtTraining)),
  /** The surest first; at most 500 groups. */
  duplicates: onArchive.errors(refusals('PERIOD_INVALID')).input(ofPeriod).output(z.array(judgedDuplicate)),
  /** Says that organizations which look like one are not; remembered for all periods. */
  tellApart: onArchive.input(z.object({ organizations, by: person })).output(z.object({})),
  tellAgain: onArchive.input(z.object({ organizations })).output(z.object({})),
  /** Roll-up workbook, or open data (docs/formats/district-ledger.md). */
  file: onArchive
    .errors(refusals('PERIOD_INVALID'))
    .input(ofPeriod.extend({ kind: z.enum(['rollup', 'csv', 'json']) }))
    .output(z.file()),
  /** 催报单, the bureau's key card, its recovery sheet. The period counts for the reminder list only. */
  paper: onArchive
    .errors(refusals('PERIOD_INVALID', 'PDF_PRINTER_MISSING', 'PDF_FAILED', 'BUREAU_KEY_MISSING'))
    .input(
      ofPeriod.extend({
        kind: z.enum(['reminders', 'key-card', 'recovery-sheet']),
        format: z.enum(['docx', 'pdf']),
      }),
    )
    .output(z.file()),
};
