import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BackupPlace } from '../../shared/domain/backup.ts';
import { backupPlaceKindLabels } from '../../shared/labels/backup.ts';
import { CodedError } from '../../shared/errors.ts';
import { ownRoot, rootIn, type BackupRoot } from '../backup/backup-layout.ts';
import { archiveMark } from '../backup/manifest.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';

/** A place with where it is; the path never leaves the core. */
export interface FoundPlace extends BackupPlace {
  /** Null for beside the archive. */
  readonly path: string | null;
}

const freeIn = async (path: string): Promise<number | null> => {
  const space = await statfs(path).catch(() => null);
  return space === null ? null : space.bavail * space.bsize;
};

const chosenFolder = async (ports: Ports): Promise<readonly FoundPlace[]> => {
  const path = ports.backupFolder?.() ?? null;
  if (path === null) return [];
  const label = basename(path) || path;
  return [
    { id: 'folder', kind: 'folder', label, path, freeBytes: existsSync(path) ? await freeIn(path) : null },
  ];
};

const media = async (ports: Ports): Promise<readonly FoundPlace[]> =>
  ((await ports.media?.()) ?? []).map(({ id, label, path, freeBytes }) => ({
    id,
    kind: 'medium',
    label,
    path,
    freeBytes,
  }));

/** Where backups can go or lie: beside the archive, in the folder that was chosen, on what is plugged in. */
export const findPlaces = async (ports: Ports): Promise<readonly FoundPlace[]> => [
  ...(await chosenFolder(ports)),
  ...(await media(ports)),
  {
    id: 'own',
    kind: 'own',
    label: backupPlaceKindLabels.own,
    path: null,
    freeBytes: await freeIn(ports.paths.archive),
  },
];

/** @param label by which it is missed where it is not there @throws CodedError BACKUP_PLACE_MISSING */
export const requirePlace = async (ports: Ports, id: string, label: string): Promise<FoundPlace> => {
  const place = (await findPlaces(ports)).find((each) => each.id === id);
  if (place === undefined || (place.path !== null && !existsSync(place.path)))
    throw new CodedError('BACKUP_PLACE_MISSING', { label: place?.label ?? label });
  return place;
};

/** Where this archive's backups lie in a place. */
export const rootOf = ({ keys, ports }: OpenArchive, { path }: FoundPlace): BackupRoot =>
  path === null ? ownRoot(ports.paths.archive) : rootIn(path, archiveMark(keys.database));
