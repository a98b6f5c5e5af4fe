import { z } from 'zod';
import { isoInstant } from './dates.ts';

/** Why a backup was made. */
export const backupReason = z.enum(['hand', 'daily', 'closing', 'import', 'migration', 'update']);
export type BackupReason = z.infer<typeof backupReason>;

/**
 * What a backup holds: everything, or the database and its key file only. The latter lie beside the archive and lean on
 * its papers: they undo a mistake, and do not replace a second disk.
 */
export const backupScope = z.enum(['whole', 'database']);
export type BackupScope = z.infer<typeof backupScope>;

const count = z.int().min(0);
const fileSeal = z.strictObject({ byteLength: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * `manifest.json` of a backup, written last; without it there is no backup (docs/formats/backup.md). `mac` is
 * HMAC-SHA-256 over the compact JSON of everything before it.
 */
export const backupManifest = z.strictObject({
  format: z.literal('hub-archive-backup'),
  version: z.literal(1),
  /** Which archive: derived from its key, tells nothing of it. */
  archive: z.string().regex(/^[0-9a-f]{8}$/),
  /** Counts up over the life of the archive; clocks are put back, this is not. */
  number: z.int().min(1),
  madeAt: isoInstant,
  reason: backupReason,
  scope: backupScope,
  applicationVersion: z.string(),
  schemaVersion: z.int().min(1),
  database: fileSeal,
  keyFile: fileSeal,
  /** `files.sha256`: the digest of every stored file that this backup needs. */
  list: fileSeal,
  stored: z.strictObject({
    files: count,
    byteLength: count,
    /** Papers that the archive itself had lost. */
    missing: count,
  }),
  /** Rows by table. */
  tables: z.record(z.string(), count),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** A backup that lies somewhere, as its manifest says. */
export const backupSummary = z.object({
  /** Of its folder. */
  name: z.string(),
  number: z.int(),
  madeAt: isoInstant,
  reason: backupReason,
  scope: backupScope,
  applicationVersion: z.string(),
  /** Of database and papers together. */
  byteLength: z.number(),
  papers: z.int(),
  missing: z.int(),
  organizations: z.int(),
  people: z.int(),
});
export type BackupSummary = z.infer<typeof backupSummary>;

/** Beside the archive itself, a folder that was chosen once, or a stick. */
export const backupPlaceKind = z.enum(['own', 'folder', 'medium']);
export type BackupPlaceKind = z.infer<typeof backupPlaceKind>;

export const backupPlace = z.object({
  id: z.string(),
  kind: backupPlaceKind,
  label: z.string(),
  /** Null where it is not there now. */
  freeBytes: z.number().nullable(),
});
export type BackupPlace = z.infer<typeof backupPlace>;

export const backupTime = z.enum(['off', 'daily', 'closing']);
export type BackupTime = z.infer<typeof backupTime>;

export const backupSettings = z.object({
  /** Where backups go by themselves; null while nobody has chosen. */
  placeId: z.string().nullable(),
  /** As it was called when it was chosen, to name it when it is not there. */
  placeLabel: z.string(),
  when: backupTime,
  keepDaily: z.int().min(1).max(365),
  keepMonthly: z.int().min(0).max(120),
  warnAfterDays: z.int().min(1).max(90),
});
export type BackupSettings = z.infer<typeof backupSettings>;

export const usualBackupSettings: BackupSettings = {
  placeId: null,
  placeLabel: '',
  when: 'daily',
  keepDaily: 14,
  keepMonthly: 12,
  warnAfterDays: 7,
};

export const backupEventKind = z.enum(['backup', 'quick-check', 'full-check', 'drill', 'restore', 'mend']);
export type BackupEventKind = z.infer<typeof backupEventKind>;

/** One line of the backup log: what was done and what came of it. */
export const backupEvent = z.object({
  id: z.string(),
  at: isoInstant,
  kind: backupEventKind,
  placeKind: backupPlaceKind,
  placeLabel: z.string(),
  number: z.int().nullable(),
  reason: backupReason.nullable(),
  good: z.boolean(),
  /** Code of the refusal where it did not go well. */
  failure: z.string().nullable(),
  /** In words, for the log and the report. */
  detail: z.string(),
});
export type BackupEvent = z.infer<typeof backupEvent>;

/** How well the archive is backed up, for the first screen. */
export const backupStanding = z.object({
  /** The newest good backup on another disk. */
  lastGood: z.object({ at: isoInstant, placeLabel: z.string(), days: count }).nullable(),
  /** No good backup within the days that the office set. */
  overdue: z.boolean(),
  /** Name of the place that backups should go to and that is not there. */
  missingPlace: z.string().nullable(),
  /** The newest attempt, where it failed. */
  lastFailure: z.object({ at: isoInstant, code: z.string() }).nullable(),
  /** A backup is newer than the archive itself: an old archive was put back. */
  isOlderThanBackup: z.boolean(),
  /** The clock of this computer says a day before that of the last backup. */
  isClockBehind: z.boolean(),
  lastFullCheckAt: isoInstant.nullable(),
  lastDrillAt: isoInstant.nullable(),
});
export type BackupStanding = z.infer<typeof backupStanding>;

export const backupState = z.object({
  settings: backupSettings,
  standing: backupStanding,
  places: z.array(backupPlace.extend({ backups: z.array(backupSummary) })),
  /** Newest first. */
  events: z.array(backupEvent),
});
export type BackupState = z.infer<typeof backupState>;

/** What a backup, check, drill or restore found, counted. */
export const backupFigures = z.object({
  name: z.string(),
  number: z.int(),
  madeAt: isoInstant,
  scope: backupScope,
  databaseBytes: z.number(),
  papers: z.int(),
  paperBytes: z.number(),
  /** Papers that had to be copied; the others lay there already. */
  copied: z.int(),
  copiedBytes: z.number(),
  missing: z.int(),
  organizations: z.int(),
  people: z.int(),
  tables: z.int(),
  rows: z.number(),
  /** True where every file was read and compared. */
  full: z.boolean(),
});
export type BackupFigures = z.infer<typeof backupFigures>;
