import {
  backupEvent,
  backupSettings,
  usualBackupSettings,
  type BackupEvent,
  type BackupSettings,
} from '../../../shared/domain/backup.ts';
import { organizationId, type OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { getSetting, saveSetting } from './settings.ts';

const settingsKey = 'backup-settings';
const numberKey = 'backup-number';

export const getBackupSettings = (reader: Reader): BackupSettings => {
  const saved = getSetting(reader, settingsKey);
  return saved === null ? usualBackupSettings : backupSettings.parse(JSON.parse(saved));
};

export const saveBackupSettings = (writer: Writer, settings: BackupSettings): void =>
  saveSetting(writer, settingsKey, JSON.stringify(settings));

/** How many backups this archive has made. */
export const getBackupNumber = (reader: Reader): number => Number(getSetting(reader, numberKey) ?? 0);

export const saveBackupNumber = (writer: Writer, number: number): void =>
  saveSetting(writer, numberKey, String(Math.max(number, getBackupNumber(writer))));

const columns =
  'id, at, kind, place_kind AS placeKind, place_label AS placeLabel, number, reason, good, failure, detail';

const toEvent = (row: object): BackupEvent =>
  backupEvent.parse({ ...row, good: (row as { good: number }).good === 1 });

const eventsWhere = (reader: Reader, where: string, limit: number): readonly BackupEvent[] =>
  reader
    .all<object>(`SELECT ${columns} FROM backup_events WHERE ${where} ORDER BY sequence DESC LIMIT ?`, [
      limit,
    ])
    .map(toEvent);

/** Newest first. */
export const listBackupEvents = (reader: Reader, limit: number): readonly BackupEvent[] =>
  eventsWhere(reader, '1', limit);

/**
 * The newest backup on another disk that went well and that no later check found unsound.
 */
export const lastGoodBackup = (reader: Reader): BackupEvent | null =>
  eventsWhere(
    reader,
    `kind = 'backup' AND good = 1 AND place_kind <> 'own' AND NOT EXISTS (
       SELECT 1 FROM backup_events later
       WHERE later.number = backup_events.number AND later.place_label = backup_events.place_label
         AND later.sequence > backup_events.sequence AND later.kind IN ('quick-check', 'full-check', 'drill') AND later.good = 0 AND later.failure = 'BACKUP_UNSOUND')`,
    1,
  )[0] ?? null;

/** The newest attempt at a backup on another disk, however it went. */
export const lastBackupTry = (reader: Reader): BackupEvent | null =>
  eventsWhere(reader, "kind = 'backup' AND place_kind <> 'own'", 1)[0] ?? null;

export const lastGoodEvent = (reader: Reader, kind: 'full-check' | 'drill'): BackupEvent | null =>
  eventsWhere(
    reader,
    kind === 'drill' ? "kind = 'drill' AND good = 1" : "kind = 'full-check' AND good = 1",
    1,
  )[0] ?? null;

const keptEvents = 1000;

export const insertBackupEvent = (writer: Writer, event: BackupEvent): void => {
  writer.run(
    `INSERT INTO backup_events (id, at, kind, place_kind, place_label, number, reason, good, failure, detail)
     VALUES (:id, :at, :kind, :placeKind, :placeLabel, :number, :reason, :good, :failure, :detail)`,
    { ...event, good: event.good ? 1 : 0 },
  );
  writer.run(
    'DELETE FROM backup_events WHERE id NOT IN (SELECT id FROM backup_events ORDER BY sequence DESC LIMIT ?)',
    [keptEvents],
  );
};

/** Every organization, by name. */
export const organizationNames = (reader: Reader): readonly { id: OrganizationId; name: string }[] =>
  reader
    .all<{ id: string; name: string }>('SELECT id, name FROM organizations ORDER BY name, id')
    .map(({ id, name }) => ({ id: organizationId.parse(id), name }));
