import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { receivedFileId, receivedPackageId, streetKeyId } from './ids.ts';
import { periodCode, receivedReceipt } from './ledger.ts';
import { periodFigures } from './ledger-snapshot.ts';

/** 区划代码 of a district: 6 digits. */
const districtCode = z.string().regex(/^\d{6}$/);
/** 区划代码 of a street: its district's 6 digits and 3 of its own. */
export const streetCode = z.string().regex(/^\d{9}$/);
export type StreetCode = string;

const name = (max: number) => z.string().trim().min(1).max(max);
const contact = z.string().trim().max(30).nullable();

/** The district and its bureau, as they stand on key cards and receipts. */
export const bureauProfile = z.object({
  districtCode,
  /** e.g. 新城区 */
  districtName: name(40),
  /** e.g. 新城区民政局 */
  bureauName: name(60),
  contactName: contact,
  contactPhone: contact,
});
export type BureauProfile = z.infer<typeof bureauProfile>;

/** A street that reports to the bureau, as a person enters it. */
export const streetInput = z.object({
  code: streetCode,
  name: name(40),
  contactName: contact.default(null),
  contactPhone: contact.default(null),
  remark: z.string().trim().max(500).default(''),
  /** First and last period it is expected to report; null for no limit. */
  expectedFrom: periodCode.nullable().default(null),
  expectedUntil: periodCode.nullable().default(null),
});
export type StreetInput = z.infer<typeof streetInput>;

/** What `init --desk bureau` and the first-run guide hand over. */
export const bureauInput = z.object({
  profile: bureauProfile,
  streets: z
    .array(streetInput)
    .max(200)
    .default([])
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, { error: 'code-twice' }),
});
export type BureauInput = z.infer<typeof bureauInput>;

/** A street's signing key. Packages of the street are signed with it; keys out of use stay for old packages. */
export const streetKey = z.object({
  id: streetKeyId,
  streetCode,
  /** minisign public key */
  signingKey: z.string(),
  /** Key id, as minisign names it. */
  keyId: z.string(),
  /** The street's escrow recipient, which its card shows too; null where only the signing key was given. */
  recipient: z.string().nullable(),
  /** Ten groups of four hex digits: those that the street's own screen and card show. */
  fingerprint: z.string(),
  fingerprintWords: z.array(z.string()),
  addedAt: isoInstant,
  confirmedBy: z.string().nullable(),
  confirmedAt: isoInstant.nullable(),
  retiredAt: isoInstant.nullable(),
});
export type StreetKey = z.infer<typeof streetKey>;

export const registeredStreet = streetInput.extend({
  /** The newest first. */
  keys: z.array(streetKey),
  lastReported: periodCode.nullable(),
  packages: z.int(),
});
export type RegisteredStreet = z.infer<typeof registeredStreet>;

/** The bureau's public key card: what it hands to the streets. */
export const bureauCard = z.object({
  name: z.string(),
  recipient: z.string(),
  signingKey: z.string(),
  validUntil: isoDate.nullable(),
  standing: z.enum(['valid', 'expiring', 'expired']),
  fingerprint: z.string(),
  fingerprintWords: z.array(z.string()),
  /** The card as text: for a file, a mail, or a QR picture. */
  text: z.string(),
  /** The QR picture of that text as SVG. */
  qrSvg: z.string(),
  madeAt: isoInstant,
  /** False for keys that were made elsewhere and brought in. */
  madeHere: z.boolean(),
  /** Keys that were in use before, the newest first: old packages open with them. */
  former: z.array(z.object({ recipient: z.string(), signingKey: z.string(), retiredAt: isoInstant })),
});
export type BureauCard = z.infer<typeof bureauCard>;

/** Who a package says it is from, with what a person compares by telephone. */
export const claimedSigner = z.object({
  keyId: z.string(),
  streetCode: z.string(),
  streetName: z.string(),
  hubName: z.string(),
  /** The keys that the package names itself, which its signature fits; null where it names none: ask for the card. */
  card: z
    .object({
      signingKey: z.string(),
      recipient: z.string(),
      fingerprint: z.string(),
      fingerprintWords: z.array(z.string()),
    })
    .nullable(),
  /** False while the street itself is not on the list. */
  streetRegistered: z.boolean(),
});
export type ClaimedSigner = z.infer<typeof claimedSigner>;

/** What a package says of itself. */
export const packageHead = z.object({
  streetCode: z.string(),
  streetName: z.string(),
  hubName: z.string(),
  period: periodCode,
  serial: z.int(),
  correction: z.int().nullable(),
  /** Why it was corrected; empty for a whole ledger. */
  reason: z.string(),
  frozenOn: isoDate,
});
export type PackageHead = z.infer<typeof packageHead>;

export const qualityCodes = [
  'no-organizations',
  'sums-differ',
  'filing-number-malformed',
  'filing-number-twice',
  'filing-number-missing',
  'filed-on-missing',
  'filed-on-after-period',
  'filed-on-impossible',
  'name-twice',
  'category-missing',
  'responsible-person-missing',
  'fallback-party-missing',
  'roster-empty',
  'party-members-exceed',
  'community-outside-street',
  'community-code-malformed',
  'community-two-names',
  'event-outside-period',
  'disposition-outside-period',
  'rectified-before',
  'phone-in-clear',
  'identity-number-in-text',
  'organizations-halved',
] as const;
export type QualityCode = (typeof qualityCodes)[number];

/** Something in a ledger that a person at the bureau should look at. */
export const qualityFinding = z.object({
  level: z.enum(['fault', 'notice']),
  code: z.enum(qualityCodes),
  /** Null for the whole ledger. */
  organizationId: z.string().nullable(),
  organization: z.string().nullable(),
  community: z.string().nullable(),
  detail: z.string().nullable(),
});
export type QualityFinding = z.infer<typeof qualityFinding>;

/** One member of a line that differs from an earlier ledger, in words. */
const ledgerChange = z.object({
  id: z.string(),
  community: z.string(),
  organization: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** The member in words; empty for a whole line. */
  field: z.string(),
  before: z.string(),
  after: z.string(),
});

export const ledgerDifferences = z.object({
  /** What it is set against; null where the bureau has nothing earlier of the street. */
  against: z
    .object({ kind: z.enum(['earlier-period', 'earlier-package']), period: periodCode, serial: z.int() })
    .nullable(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  /** At most the first 2,000. */
  changes: z.array(ledgerChange),
  before: periodFigures.nullable(),
  after: periodFigures,
});
export type LedgerDifferences = z.infer<typeof ledgerDifferences>;

export const ledgerCounts = z.object({
  /** Lines; `standing` of them count in the statistics. */
  organizations: z.int(),
  standing: z.int(),
  communities: z.int(),
  members: z.int(),
  partyMembers: z.int(),
  candidates: z.int(),
  dispositions: z.int(),
  trainings: z.int(),
  scans: z.int(),
  files: z.int(),
  payloadBytes: z.number(),
});

/** What importing a package would bring, or what an imported one brought. */
export const packageReview = z.object({
  head: packageHead,
  fileName: z.string(),
  byteLength: z.number(),
  sha256: z.string(),
  signedBy: z.string(),
  counts: ledgerCounts,
  differences: ledgerDifferences,
  findings: z.array(qualityFinding),
});
export type PackageReview = z.infer<typeof packageReview>;

export const receivedPackage = z.object({
  id: receivedPackageId,
  streetCode,
  streetName: z.string(),
  period: periodCode,
  serial: z.int(),
  correction: z.int().nullable(),
  fileName: z.string(),
  byteLength: z.number(),
  sha256: z.string(),
  signedBy: z.string(),
  organizationCount: z.int(),
  scanCount: z.int(),
  faults: z.int(),
  notices: z.int(),
  receivedAt: isoInstant,
  importedAt: isoInstant,
  importedBy: z.string(),
  /** True for the one that the district's figures rest on. */
  current: z.boolean(),
  /** The last answer; null while there is none. */
  receipt: receivedReceipt.omit({ importedAt: true, bureau: true }).nullable(),
});
export type ReceivedPackage = z.infer<typeof receivedPackage>;

/** Where a street stands with a period. */
export const reportingState = z.enum(['missing', 'received', 'accepted', 'returned']);
export type ReportingState = z.infer<typeof reportingState>;

export const streetReporting = z.object({
  streetCode,
  streetName: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  state: reportingState,
  /** True when the first package came, or has not come, after the due day. */
  late: z.boolean(),
  /** Calendar days: late by so many, or left until the due day; 0 when it came in time. */
  days: z.int(),
  firstReceivedOn: isoDate.nullable(),
  lastReceivedOn: isoDate.nullable(),
  packageId: receivedPackageId.nullable(),
  serial: z.int().nullable(),
  corrections: z.int(),
  organizations: z.int().nullable(),
});
export type StreetReporting = z.infer<typeof streetReporting>;

export const districtPeriod = z.object({
  code: periodCode,
  startsOn: isoDate,
  endsOn: isoDate,
  dueOn: isoDate,
  lastWorkingDay: isoDate,
  /** Streets that are expected to report. */
  expected: z.int(),
  reported: z.int(),
  accepted: z.int(),
  returned: z.int(),
  late: z.int(),
});
export type DistrictPeriod = z.infer<typeof districtPeriod>;

/** Kept for what hands over a file to the inbox. */
export const receivedFile = z.object({ id: receivedFileId, fileName: z.string(), byteLength: z.number() });
export type ReceivedFile = z.infer<typeof receivedFile>;
